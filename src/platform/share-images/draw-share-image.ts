import sharp, { type OverlayOptions } from 'sharp';
import { leading, setTitle, type SetTitle } from './set-title.ts';
import { shareImageSize, type SentShareImage } from './share-image.ts';
import { openTitleFont, type TitleFont } from './title-font.ts';

sharp.concurrency(1);
sharp.cache(false);
// Our own drawings, and the forms that our image maker made.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadSvgBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadJpegBuffer',
  ],
});

const { width, height } = shareImageSize;
const margin = 64;
/** Heights that a photo may take: the tallest that leaves its title large. */
const photoHeights = [430, 380, 330] as const;
const largeTitle = 56;

/** Draws the picture of a shared link: the photo over the title, or the title in the sky of the landscape. */
export async function drawShareImage(image: SentShareImage): Promise<Uint8Array> {
  const font = await openTitleFont();
  const layers: OverlayOptions[] = [];
  const photoHeight = image.photo ? photoHeightFor(image, font) : 0;
  if (image.photo) {
    layers.push({ input: await photoLayer(image.photo, photoHeight), left: 0, top: 0 });
    layers.push({ input: Buffer.from(frame(edgeOver(image, photoHeight))), left: 0, top: 0 });
  }
  layers.push({ input: Buffer.from(frame(words(image, font, photoHeight))), left: 0, top: 0 });
  const ground = image.photo ? plain(image.colours.paper) : image.landscape;
  const base = sharp(Buffer.from(ground)).resize(width, height, { fit: 'cover', position: 'bottom' });
  return base
    .composite(layers)
    .flatten({ background: image.colours.paper })
    .png({ compressionLevel: 9, palette: false })
    .toBuffer();
}

async function photoLayer(
  { base64, focalX, focalY }: NonNullable<SentShareImage['photo']>,
  photoHeight: number,
): Promise<Buffer> {
  const bytes = Buffer.from(base64, 'base64');
  const stored = await sharp(bytes).metadata();
  const scale = Math.max(width / stored.width, photoHeight / stored.height);
  const size = { width: Math.ceil(stored.width * scale), height: Math.ceil(stored.height * scale) };
  const start = (length: number, shown: number, focus: number): number =>
    Math.round(Math.min(length - shown, Math.max(0, (length * focus) / 100 - shown / 2)));
  return sharp(bytes)
    .resize({ ...size, fit: 'fill' })
    .extract({
      left: start(size.width, width, focalX),
      top: start(size.height, photoHeight, focalY),
      width,
      height: photoHeight,
    })
    .png()
    .toBuffer();
}

/** The ridge laid over the lower edge of the photo. */
function edgeOver({ edge }: SentShareImage, photoHeight: number): string {
  return edge.replace('<svg ', `<svg x="0" y="${photoHeight - 69}" width="${width}" height="70" `);
}

/** Where the label and the title stand, and how the title is set. */
function titleOf({ title, label, hubName }: SentShareImage, font: TitleFont, photoHeight: number) {
  const top = photoHeight > 0 ? photoHeight + 22 : 58;
  const labelText = font.readable(label);
  const titleTop = top + (labelText ? 44 : 0);
  const room = { width: width - 2 * margin };
  const box =
    photoHeight > 0
      ? { ...room, height: height - titleTop - 74, largest: 76, smallest: 36 }
      : { ...room, height: 300, largest: 104, smallest: 44 };
  return { top, labelText, titleTop, set: setTitle(font.readable(title) || font.readable(hubName), box, font.widthOf) };
}

function photoHeightFor(image: SentShareImage, font: TitleFont): number {
  const tall = photoHeights.find((tried) => titleOf(image, font, tried).set.size >= largeTitle);
  return tall ?? photoHeights.at(-1) ?? 330;
}

function words(image: SentShareImage, font: TitleFont, photoHeight: number): string {
  const { hubName, colours, photo } = image;
  const { top, labelText, titleTop, set } = titleOf(image, font, photoHeight);
  const { lines, size } = set;
  const drawn = lines.map((line, at) =>
    font.outline(line, { x: margin, y: titleTop + size * (0.82 + at * leading), size }),
  );
  const name = setTitle(font.readable(hubName), { width: 1000, height: 40, largest: 30, smallest: 22 }, font.widthOf);
  return [
    labelText &&
      `<g fill="${colours.accent}"><circle cx="${margin + 9}" cy="${top + 16}" r="9"/>${font.outline(cutLabel(labelText, font), { x: margin + 30, y: top + 26, size: 28 })}</g>`,
    `<g fill="${colours.ink}">${drawn.join('')}</g>`,
    photo ? signed(name, colours.ink, font) : signedOnLand(name, colours, font),
  ].join('');
}

/** The hub's name at the foot. */
function signed({ lines: [name = ''], size }: SetTitle, colour: string, font: TitleFont): string {
  return name && `<g fill="${colour}">${font.outline(name, { x: margin, y: height - 34, size })}</g>`;
}

/** The same on a plate of its own, to be read whatever the ground behind. */
function signedOnLand(name: SetTitle, colours: SentShareImage['colours'], font: TitleFont): string {
  const [text = ''] = name.lines;
  if (!text) return '';
  const wide = Math.ceil(font.widthOf(text) * name.size) + 44;
  const plate = `<rect x="${margin - 22}" y="${height - 70}" width="${wide}" height="52" rx="26" fill="${colours.ink}"/>`;
  return plate + signed(name, colours.onLand, font);
}

function cutLabel(label: string, font: TitleFont): string {
  return setTitle(label, { width: 1000, height: 30, largest: 28, smallest: 28 }, font.widthOf).lines[0] ?? '';
}

function plain(colour: string): string {
  return frame(`<path fill="${colour}" d="M0 0h${width}v${height}H0z"/>`);
}

function frame(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;
}

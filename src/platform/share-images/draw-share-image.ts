import sharp, { type OverlayOptions } from 'sharp';
import { leading, setTitle } from './set-title.ts';
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
const photoHeight = 350;

/** Draws the picture of a shared link: the photo over the title, or the title in the sky of the landscape. */
export async function drawShareImage(image: SentShareImage): Promise<Uint8Array> {
  const font = await openTitleFont();
  const layers: OverlayOptions[] = [];
  if (image.photo) {
    layers.push({ input: await photoLayer(image.photo), left: 0, top: 0 });
    layers.push({ input: Buffer.from(frame(edgeOver(image))), left: 0, top: 0 });
  }
  layers.push({ input: Buffer.from(frame(words(image, font))), left: 0, top: 0 });
  const ground = image.photo ? plain(image.colours.paper) : image.landscape;
  const base = sharp(Buffer.from(ground)).resize(width, height, { fit: 'cover', position: 'bottom' });
  return base
    .composite(layers)
    .flatten({ background: image.colours.paper })
    .png({ compressionLevel: 9, palette: false })
    .toBuffer();
}

async function photoLayer({ base64, focalX, focalY }: NonNullable<SentShareImage['photo']>): Promise<Buffer> {
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
function edgeOver({ edge }: SentShareImage): string {
  return edge.replace('<svg ', `<svg x="0" y="${photoHeight - 69}" width="${width}" height="70" `);
}

function words({ title, label, hubName, colours, photo }: SentShareImage, font: TitleFont): string {
  const top = photo ? photoHeight + 22 : 58;
  const labelText = font.readable(label);
  const text = font.readable(title) || font.readable(hubName);
  const titleTop = top + (labelText ? 44 : 0);
  const box = photo
    ? { width: width - 2 * margin, height: height - titleTop - 74, largest: 76, smallest: 36 }
    : { width: width - 2 * margin, height: 300, largest: 104, smallest: 44 };
  const { lines, size } = setTitle(text, box, font.widthOf);
  const drawn = lines.map((line, at) =>
    font.outline(line, { x: margin, y: titleTop + size * (0.82 + at * leading), size }),
  );
  const name = setTitle(font.readable(hubName), { width: 1000, height: 40, largest: 30, smallest: 22 }, font.widthOf);
  const nameColour = photo ? colours.ink : colours.onLand;
  return [
    labelText &&
      `<g fill="${colours.accent}"><circle cx="${margin + 9}" cy="${top + 16}" r="9"/>${font.outline(cutLabel(labelText, font), { x: margin + 30, y: top + 26, size: 28 })}</g>`,
    `<g fill="${colours.ink}">${drawn.join('')}</g>`,
    `<g fill="${nameColour}">${font.outline(name.lines[0] ?? '', { x: margin, y: height - 34, size: name.size })}</g>`,
  ].join('');
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

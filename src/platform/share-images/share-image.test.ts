import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { createShareImageDrawer } from './share-image-drawer.ts';
import type { ShareImage } from './share-image.ts';
import { setTitle } from './set-title.ts';
import { openTitleFont, type TitleFont } from './title-font.ts';

const box = (content: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630">${content}</svg>`;
const image: ShareImage = {
  title: 'Éveil à Pipriac : où l’on naît, où l’on œuvre',
  label: 'Actualité du pôle',
  hubName: 'Pôle ESS des Vallons',
  landscape: box('<path fill="#ccf4e0" d="M0 0h1200v630H0z"/><path fill="#005a46" d="M0 400h1200v230H0z"/>'),
  edge: '<svg viewBox="0 0 480 56" preserveAspectRatio="none"><path fill="#005a46" d="M0 30h480v26H0z"/></svg>',
  colours: { paper: '#fffaf0', ink: '#10261f', accent: '#00684f', onLand: '#ffffff' },
  photo: null,
};
const drawer = createShareImageDrawer();

/** How many pixels of a part have the colour of the ink, by thousand. */
async function inkIn(
  png: Uint8Array,
  area: { left: number; top: number; width: number; height: number },
): Promise<number> {
  const { data, info } = await sharp(png).extract(area).raw().toBuffer({ resolveWithObject: true });
  let dark = 0;
  for (let at = 0; at < data.length; at += info.channels)
    if ((data[at] ?? 255) < 40 && (data[at + 1] ?? 255) < 60 && (data[at + 2] ?? 255) < 60) dark += 1;
  return (dark / (info.width * info.height)) * 1000;
}

describe('the picture of a shared link', () => {
  test.each([
    ['accents', image.title],
    ['a very long title', 'Une association de quartier '.repeat(20).trim()],
    ['one endless word', 'a'.repeat(200)],
    ['emoji', '👩‍🌾 Marché 🥕'],
    ['only signs that the type lacks', 'مرحبا بكم 👩‍🌾'],
    ['markup', '<script>alert(1)</script> & "Vallons"'],
  ])('is a PNG of 1200 × 630 with its title drawn: %s', async (_, title) => {
    const png = await drawer.draw({ ...image, title });
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(await inkIn(png, { left: 64, top: 60, width: 1072, height: 320 })).toBeGreaterThan(10);
    // Nothing runs out of the margins.
    expect(await inkIn(png, { left: 1145, top: 0, width: 55, height: 630 })).toBe(0);
  });

  test('shows the photo above the title, around its focal point', async () => {
    const photo = await sharp({ create: { width: 900, height: 1800, channels: 3, background: '#ffffff' } })
      .composite([
        { input: { create: { width: 900, height: 200, channels: 3, background: '#ff0000' } }, left: 0, top: 0 },
      ])
      .webp()
      .toBuffer();
    const top = await drawer.draw({ ...image, photo: { bytes: photo, focalX: 50, focalY: 0 } });
    const bottom = await drawer.draw({ ...image, photo: { bytes: photo, focalX: 50, focalY: 100 } });
    const redAt = async (png: Uint8Array) =>
      [...(await sharp(png).extract({ left: 600, top: 40, width: 1, height: 1 }).raw().toBuffer())].slice(0, 3);
    const [red, green] = await redAt(top);
    expect(red).toBeGreaterThan(240);
    expect(green).toBeLessThan(20);
    expect(await redAt(bottom)).toEqual([255, 255, 255]);
    expect(await inkIn(top, { left: 64, top: 400, width: 1072, height: 150 })).toBeGreaterThan(10);
  });

  test('fails when the photo cannot be read, and draws the next one', async () => {
    const broken = { bytes: Buffer.from('not a picture'), focalX: 50, focalY: 50 };
    await expect(drawer.draw({ ...image, photo: broken })).rejects.toThrow();
    expect(await drawer.draw(image)).toBeInstanceOf(Uint8Array);
  });
});

describe('setTitle', () => {
  let font: TitleFont;
  beforeAll(async () => {
    font = await openTitleFont();
  });
  const room = { width: 1000, height: 300, largest: 100, smallest: 40 };

  test('sets a short title as large as it may be, and shrinks a longer one', () => {
    expect(setTitle('Le café ouvre', room, font.widthOf)).toEqual({ lines: ['Le café ouvre'], size: 100 });
    const long = setTitle('Un très long titre qui raconte tout '.repeat(4).trim(), room, font.widthOf);
    expect(long.size).toBeLessThan(100);
    expect(long.lines.join(' ')).toBe('Un très long titre qui raconte tout '.repeat(4).trim());
  });

  test('ends what never fits by « … », between words', () => {
    const { lines, size } = setTitle('mot '.repeat(300).trim(), room, font.widthOf);
    expect(size).toBe(40);
    expect(lines.at(-1)).toMatch(/ mot…$/);
    expect(lines.every((line) => font.widthOf(line) * size <= room.width)).toBe(true);
  });

  test('keeps what the type can draw', () => {
    expect(font.readable('Łódź\u00a0: déjà ő 👩‍🌾 مرحبا fin')).toBe('Łódź : déjà ő fin');
  });
});

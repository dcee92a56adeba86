import * as fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { checkUpload } from './check-upload.ts';
import { exifDay } from './exif-day.ts';
import { makeImageVariants } from './make-image-variants.ts';

const canvas = () => sharp({ create: { width: 64, height: 48, channels: 3, background: '#3a7' } });

async function blockOf(exif: Record<string, Record<string, string>>): Promise<Uint8Array | undefined> {
  return (await sharp(await canvas().withExif(exif).jpeg().toBuffer()).metadata()).exif;
}

test('the day the camera wrote', async () => {
  expect(exifDay(await blockOf({ IFD2: { DateTimeOriginal: '2026:05:17 10:22:31' } }))).toBe('2026-05-17');
});

test('the day of the file when the camera wrote none', async () => {
  expect(exifDay(await blockOf({ IFD0: { DateTime: '2025:12:01 08:00:00' } }))).toBe('2025-12-01');
});

test('nonsense is no day', async () => {
  for (const text of ['0000:00:00 00:00:00', '2026:13:45 10:00:00', 'hier, vers midi, je crois'])
    expect(exifDay(await blockOf({ IFD0: { DateTime: text } }))).toBe(null);
  expect(exifDay(undefined)).toBe(null);
});

test('no bytes break the reading', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('II*\0', 'MM\0*', 'Exif\0\0II*\0'),
      (bytes, start) => {
        const day = exifDay(Buffer.concat([Buffer.from(start, 'latin1'), bytes]));
        expect(day === null || /^\d{4}-\d{2}-\d{2}$/.test(day)).toBe(true);
      },
    ),
  );
});

test('the day is told, and nothing of the block stays in what is made', async () => {
  const exif = {
    IFD2: { DateTimeOriginal: '2026:05:17 10:22:31' },
    IFD3: { GPSLatitudeRef: 'N' },
    IFD0: { Artist: 'Secret' },
  };
  const made = await makeImageVariants(await canvas().withExif(exif).jpeg().toBuffer());
  expect(made.takenOn).toBe('2026-05-17');
  for (const { bytes } of made.variants) {
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect(bytes.includes('Secret')).toBe(false);
  }
});

test('one larger JPEG is made for print, when asked', async () => {
  const photo = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#3a7' } })
    .jpeg()
    .toBuffer();
  const { variants } = await makeImageVariants(photo, { widths: [320], jpegWidth: 2400 });
  expect(variants.map(({ format, width }) => `${format} ${width}`)).toEqual(['avif 320', 'webp 320', 'jpeg 2400']);
});

test('a photo of an iPhone is refused with the way out', () => {
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]);
  expect(() => checkUpload(heic)).toThrow(/HEIC.*JPEG/);
  const mif1 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmif1\0\0\0\0mif1heic')]);
  expect(() => checkUpload(mif1)).toThrow(/HEIC/);
});

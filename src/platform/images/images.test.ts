import { deflateSync, crc32 } from 'node:zlib';
import * as fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test, vi } from 'vitest';
import { defaultImageLimits } from './check-upload.ts';
import { cropAround } from './crop-around.ts';
import { createImageMaker } from './image-maker.ts';
import { ImageRefused } from './image-refused.ts';
import { makeImageVariants } from './make-image-variants.ts';
import { readImage } from './read-image.ts';

vi.setConfig({ testTimeout: 60_000 });

const red = { r: 200, g: 30, b: 30 };
const blue = { r: 30, g: 30, b: 200 };

/** A photo whose left third is red and the rest blue. */
function photo(width = 1600, height = 900) {
  const left = {
    input: { create: { width: Math.round(width / 3), height, channels: 3 as const, background: red } },
    left: 0,
    top: 0,
  };
  return sharp({ create: { width, height, channels: 3, background: blue } }).composite([left]);
}

const reasonOf = async (bytes: Uint8Array, limits = defaultImageLimits) => {
  const error = await makeImageVariants(bytes, { limits }).then(
    () => 'accepted',
    (error: unknown) => error,
  );
  return error instanceof ImageRefused ? error.reason : error;
};

function pngHeader(width: number, height: number, bitDepth = 8, interlace = 0): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bitDepth, 2, 0, 0, interlace], 8);
  const pixels = deflateSync(Buffer.alloc(1000));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function gif(frames: number): Buffer {
  const header = Buffer.from([...Buffer.from('GIF89a'), 10, 0, 10, 0, 0x80, 0, 0, 200, 30, 30, 30, 30, 200]);
  const frame = Buffer.from([0x21, 0xf9, 4, 0, 1, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
  return Buffer.concat([header, ...Array<Buffer>(frames).fill(frame), Buffer.from([0x3b])]);
}

describe('an accepted image', () => {
  test.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('%s is redrawn at every width', async (format) => {
    const { original, variants } = await makeImageVariants(await photo().toFormat(format).toBuffer());
    expect(original).toEqual({ width: 1600, height: 900 });
    expect(variants.map(({ format, width, height }) => `${format} ${width}×${height}`)).toEqual([
      'avif 320×180',
      'webp 320×180',
      'avif 640×360',
      'webp 640×360',
      'avif 1280×720',
      'webp 1280×720',
      'jpeg 1280×720',
    ]);
    for (const { format, width, bytes } of variants) {
      expect(await readImage(bytes)).toMatchObject({ format, width });
    }
  });

  test('is never enlarged', async () => {
    const { variants } = await makeImageVariants(await photo(500, 300).png().toBuffer());
    expect([...new Set(variants.map(({ width }) => width))]).toEqual([320, 500]);
    const tiny = await makeImageVariants(await photo(3, 2).png().toBuffer());
    expect(tiny.variants.map(({ width, height }) => [width, height])).toEqual([
      [3, 2],
      [3, 2],
      [3, 2],
    ]);
  });

  test('loses its position, its author and everything but its pixels', async () => {
    const bytes = await photo()
      .withExif({
        IFD0: { Artist: 'Camille Secret', Copyright: 'Secret' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '48/1 6/1 41/1',
          GPSLongitudeRef: 'W',
          GPSLongitude: '1/1 40/1 48/1',
        },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret/></x:xmpmeta>')
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    expect((await sharp(bytes).metadata()).exif?.toString('latin1')).toContain('Camille Secret');
    for (const variant of (await makeImageVariants(bytes)).variants) {
      const { exif, xmp, iptc, icc } = await sharp(variant.bytes).metadata();
      expect({ exif, xmp, iptc, icc }).toEqual({});
      expect(variant.bytes.toString('latin1')).not.toMatch(/Exif|GPS|Secret|xmpmeta/);
    }
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('is shown upright (orientation %i)', async (orientation) => {
    const bytes = await photo(600, 400).withMetadata({ orientation }).png().toBuffer();
    const upright = await sharp(bytes)
      .autoOrient()
      .resize(300)
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { original, variants } = await makeImageVariants(bytes, { widths: [300] });
    expect(original).toEqual(orientation < 5 ? { width: 600, height: 400 } : { width: 400, height: 600 });
    const shown = await sharp(variants[1]?.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(shown.info).toMatchObject({ width: upright.info.width, height: upright.info.height });
    const difference = shown.data.reduce((sum, value, index) => sum + Math.abs(value - (upright.data[index] ?? 0)), 0);
    expect(difference / shown.data.length).toBeLessThan(6);
  });

  test('is cut around its focal point', async () => {
    const bytes = await photo(1500, 500).png().toBuffer();
    const colourAt = async (x: number) => {
      const { original, variants } = await makeImageVariants(bytes, {
        widths: [200],
        crop: { ratio: 1, focus: { x, y: 0.5 } },
      });
      expect(original).toEqual({ width: 1500, height: 500 });
      expect(variants[0]).toMatchObject({ width: 200, height: 200 });
      const { dominant } = await sharp(variants.at(-1)?.bytes).stats();
      return dominant.r > dominant.b ? 'red' : 'blue';
    };
    expect([await colourAt(0), await colourAt(0.9)]).toEqual(['red', 'blue']);
  });

  test('keeps its transparency, which the JPEG shows white', async () => {
    const bytes = await sharp({
      create: { width: 100, height: 100, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const { variants } = await makeImageVariants(bytes);
    expect((await sharp(variants[0]?.bytes).metadata()).hasAlpha).toBe(true);
    expect((await sharp(variants.at(-1)?.bytes).stats()).channels.map(({ mean }) => mean)).toEqual([255, 255, 255]);
  });

  test('in grey, in CMYK, with 16 bits, is understood', async () => {
    for (const bytes of [
      await photo().greyscale().png().toBuffer(),
      await photo().toColourspace('cmyk').jpeg().toBuffer(),
      await photo().toColourspace('rgb16').png().toBuffer(),
    ]) {
      expect((await makeImageVariants(bytes)).variants).toHaveLength(7);
    }
  });

  test('gives the first frame of an animation', async () => {
    expect((await makeImageVariants(gif(20))).variants).toHaveLength(3);
  });

  test('a ribbon is brought back to a size a page can use', async () => {
    const { variants } = await makeImageVariants(await photo(200, 8000).png().toBuffer(), { widths: [100] });
    expect(variants[0]).toMatchObject({ width: 10, height: 400 });
  });
});

describe('a refused image', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

  test.each([
    ['SVG', Buffer.from(svg)],
    ['SVG with a declaration', Buffer.from(`\ufeff<?xml version="1.0"?>\n${svg}`)],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['PDF', Buffer.from('%PDF-1.7\n')],
    ['TIFF', Buffer.from('II*\0')],
    ['a program', Buffer.from('MZ\x90\0')],
    ['nothing', Buffer.alloc(0)],
  ])('%s', async (_, bytes) => {
    expect(await reasonOf(bytes)).toBe('format');
  });

  test('HEIC, told how to send it otherwise', async () => {
    expect(await reasonOf(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'))).toBe('heic');
  });

  test('an image in name only', async () => {
    for (const start of [
      '\xff\xd8\xff',
      '\x89PNG\r\n\x1a\n',
      'GIF89a',
      'RIFF\0\0\0\0WEBP',
      '\0\0\0\x20ftypavif\0\0\0\0',
    ]) {
      expect(await reasonOf(Buffer.concat([Buffer.from(start, 'latin1'), Buffer.from(svg)]))).toBeOneOf([
        'unreadable',
        'format',
      ]);
    }
  });

  test('a header of 30,000 × 30,000', async () => {
    expect(await reasonOf(pngHeader(30_000, 30_000))).toBe('too_large');
    expect(await reasonOf(pngHeader(2_147_483_647, 2_147_483_647))).toBeOneOf(['too_large', 'unreadable']);
    expect(await reasonOf(pngHeader(6000, 6000, 16, 1))).toBe('too_large');
  });

  test('a million frames', async () => {
    const start = performance.now();
    expect(await reasonOf(gif(1_000_000))).toBe('too_many_frames');
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('too heavy', async () => {
    expect(await reasonOf(await photo().png().toBuffer(), { ...defaultImageLimits, bytes: 100 })).toBe('too_heavy');
  });

  test('cut short', async () => {
    for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
      const bytes = await photo().toFormat(format).toBuffer();
      expect(await reasonOf(bytes.subarray(0, bytes.length / 2))).toBe('unreadable');
    }
  });

  test('any damage is a refusal, never a crash', async () => {
    const good = await photo(64, 64).jpeg().toBuffer();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = Buffer.from(good);
          for (const [at, value] of changes) bytes[at] = value;
          expect(await reasonOf(bytes)).toBeTypeOf('string');
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('a page hidden behind an image does not survive it', async () => {
  const bytes = Buffer.concat([
    await photo().jpeg().toBuffer(),
    Buffer.from('<script>alert(1)</script>PK\u0003\u0004'),
  ]);
  for (const variant of (await makeImageVariants(bytes)).variants)
    expect(variant.bytes.includes('<script>')).toBe(false);
});

describe('drawn apart', () => {
  test('gives the same as here', async () => {
    const bytes = await photo(800, 450).jpeg().toBuffer();
    const { make } = createImageMaker();
    const options = { widths: [200], crop: { ratio: 1 } };
    const [apart, here] = [await make(bytes, options), await makeImageVariants(bytes, options)];
    expect(apart.original).toEqual(here.original);
    expect(apart.variants.map(({ bytes }) => Buffer.from(bytes).toString('hex'))).toEqual(
      here.variants.map(({ bytes }) => bytes.toString('hex')),
    );
  });

  test('refuses the same, and goes on', async () => {
    const { make } = createImageMaker();
    const good = await photo(40, 30).png().toBuffer();
    const outcomes = await Promise.allSettled([
      make(Buffer.from('<svg/>')),
      make(pngHeader(30_000, 30_000)),
      make(good),
    ]);
    expect(
      outcomes.map((outcome) => (outcome.status === 'rejected' ? (outcome.reason as ImageRefused).reason : 'made')),
    ).toEqual(['format', 'too_large', 'made']);
  });

  test('is ended when it takes too long', async () => {
    const { make } = createImageMaker({ timeoutMs: 30 });
    await expect(make(await photo(4000, 3000).jpeg().toBuffer())).rejects.toMatchObject({ reason: 'unreadable' });
  });

  test('leaves our memory as it was, whatever is sent', async () => {
    const photos = [
      await photo(8000, 5000).jpeg().toBuffer(),
      await photo(3840, 2160).avif({ effort: 0 }).toBuffer(),
      await photo(5000, 3000).webp({ effort: 0 }).toBuffer(),
    ];
    const { make } = createImageMaker();
    const before = process.memoryUsage.rss();
    let peak = before;
    const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
    for (const bytes of [...photos, gif(1_000_000), pngHeader(30_000, 30_000)])
      await make(bytes).catch(() => undefined);
    clearInterval(sampling);
    expect(peak - before).toBeLessThan(100_000_000);
  });
});

test('a crop has its ratio, stays inside and holds its focal point', () => {
  const side = fc.integer({ min: 1, max: 9000 });
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      side,
      side,
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      fraction,
      fraction,
      (width, height, ratio, x, y) => {
        const cut = cropAround({ width, height }, ratio, { x, y });
        expect(cut.left + cut.width).toBeLessThanOrEqual(width);
        expect(cut.top + cut.height).toBeLessThanOrEqual(height);
        expect(Math.min(cut.left, cut.top)).toBeGreaterThanOrEqual(0);
        expect(cut.width === width || cut.height === height).toBe(true);
        expect(Math.abs(x * width - cut.left - cut.width / 2)).toBeLessThanOrEqual(Math.max(cut.width / 2, 1) + 1);
      },
    ),
  );
});

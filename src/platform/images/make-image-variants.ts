import sharp, { type Sharp } from 'sharp';
import { defaultImageLimits, type ImageLimits } from './check-upload.ts';
import { cropAround, type FocalPoint, type Rectangle } from './crop-around.ts';
import { ImageRefused } from './image-refused.ts';
import { orient } from './orient.ts';
import { readImage } from './read-image.ts';

export type VariantOptions = {
  /** Widths wanted, in pixels; an image is never enlarged. 320, 640 and 1280 unless told otherwise. */
  widths?: readonly number[];
  /** Width of the one JPEG, for print and press; that of the largest form unless told otherwise. */
  jpegWidth?: number;
  /** Cuts the image to this ratio (width / height) around a point. */
  crop?: { ratio: number; focus?: FocalPoint };
  limits?: ImageLimits;
};

export type ImageVariant = { format: 'avif' | 'webp' | 'jpeg'; width: number; height: number; bytes: Buffer };

export type ImageVariants = {
  /** Size of what was uploaded, orientation applied. */
  original: { width: number; height: number };
  /** The day written by the camera, ISO; nothing else of what it wrote is kept. */
  takenOn: string | null;
  /** AVIF and WebP at each width, then one JPEG, the largest, for what reads nothing else. */
  variants: ImageVariant[];
};

/**
 * Redraws an upload at several widths. Nothing of the original file remains but its pixels: no EXIF, no position, no
 * colour profile (converted to sRGB), nothing hidden after the image. An animation gives its first frame.
 * @throws ImageRefused
 */
export async function makeImageVariants(bytes: Uint8Array, options: VariantOptions = {}): Promise<ImageVariants> {
  const { widths = [320, 640, 1280], jpegWidth = 0, crop, limits = defaultImageLimits } = options;
  const largest = Math.max(...widths, jpegWidth);
  const { orientation, takenOn, format: _, ...original } = await readImage(bytes, limits);
  const shown = crop ? cropAround(original, crop.ratio, crop.focus) : { left: 0, top: 0, ...original };
  const scale = Math.min(1, largest / shown.width, (largest * maxTallness) / shown.height);

  const small = await decodeAt(bytes, scaled(original, scale), orientation, limits);
  const master = await raw(sharp(small.data, small).extract(within(scaled(shown, scale), small.raw)));
  const targets = [...new Set(widths.map((width) => Math.min(width, master.raw.width)))].sort((a, b) => a - b);

  const variants: ImageVariant[] = [];
  for (const width of targets) {
    for (const format of ['avif', 'webp'] as const) {
      variants.push(await encode(sharp(master.data, master).resize({ width }), format));
    }
  }
  variants.push(await encode(sharp(master.data, master).flatten({ background: '#ffffff' }), 'jpeg'));
  return { original, takenOn, variants };
}

type Pixels = { data: Buffer; raw: { width: number; height: number; channels: 1 | 2 | 3 | 4 } };

/** Decodes and scales down in one stream, and only then turns: a large photo never stands whole in memory. */
async function decodeAt(bytes: Uint8Array, shown: Size, orientation: number, limits: ImageLimits): Promise<Pixels> {
  const stored = orientation >= 5 ? { width: shown.height, height: shown.width } : shown;
  const decode = sharp(bytes, { limitInputPixels: limits.pixels, pages: 1, failOn: 'error' });
  const small = await raw(decode.resize({ ...stored, fit: 'fill' }).toColourspace('srgb'));
  return orientation === 1 ? small : raw(orient(sharp(small.data, small), orientation));
}

async function raw(image: Sharp): Promise<Pixels> {
  const { data, info } = await run(
    image.timeout({ seconds: secondsPerStep }).raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true }),
  );
  return { data, raw: { width: info.width, height: info.height, channels: info.channels } };
}

type Size = { width: number; height: number };

function scaled<Shape extends Size>(shape: Shape, scale: number): Shape {
  const entries = Object.entries(shape).map(([side, length]) => [side, Math.round(length * scale)]);
  const rounded = Object.fromEntries(entries) as Shape;
  return { ...rounded, width: Math.max(1, rounded.width), height: Math.max(1, rounded.height) };
}

/** Rounding may push a rectangle one pixel out. */
function within(rectangle: Rectangle, image: Size): Rectangle {
  const left = Math.min(rectangle.left, image.width - 1);
  const top = Math.min(rectangle.top, image.height - 1);
  return {
    left,
    top,
    width: Math.min(rectangle.width, image.width - left),
    height: Math.min(rectangle.height, image.height - top),
  };
}

const secondsPerStep = 30;

/** Beyond this height for a width, an image is scaled down whole: a page has no use for a ribbon. */
const maxTallness = 4;

const encoders = {
  avif: (image: Sharp) => image.timeout({ seconds: secondsPerStep }).avif({ quality: 55, effort: 2 }),
  webp: (image: Sharp) => image.timeout({ seconds: secondsPerStep }).webp({ quality: 76, effort: 4 }),
  jpeg: (image: Sharp) =>
    image.timeout({ seconds: secondsPerStep }).jpeg({ quality: 80, progressive: true, mozjpeg: false }),
};

async function encode(image: Sharp, format: ImageVariant['format']): Promise<ImageVariant> {
  const { data, info } = await run(encoders[format](image).toBuffer({ resolveWithObject: true }));
  return { format, width: info.width, height: info.height, bytes: data };
}

async function run<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw new ImageRefused('unreadable', { cause: error });
  }
}

import sharp, { type Metadata } from 'sharp';
import { checkUpload, defaultImageLimits, type ImageLimits } from './check-upload.ts';
import { decodingMemory } from './decoding-memory.ts';
import { exifDay } from './exif-day.ts';
import { ImageRefused } from './image-refused.ts';
import type { ImageFormat } from './image-format.ts';

// One image at a time, one thread, nothing kept: a server of 2 cores and 250 MB has other work.
sharp.concurrency(1);
sharp.cache(false);
// Whatever the first bytes pretend, libvips only knows how to read what is accepted.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
});

/** An image whose header was read and found acceptable; its pixels have not been decoded. */
export type AcceptedImage = {
  format: ImageFormat;
  /** Size in pixels as it must be shown, orientation applied. */
  width: number;
  height: number;
  /** EXIF orientation, 1 to 8. */
  orientation: number;
  /** The day the camera says it took it, ISO. */
  takenOn: string | null;
};

/**
 * Checks an upload by its first bytes and its header, before any pixel is decoded.
 * @throws ImageRefused
 */
export async function readImage(bytes: Uint8Array, limits: ImageLimits = defaultImageLimits): Promise<AcceptedImage> {
  const format = checkUpload(bytes, limits);
  const header = await headerOf(bytes);
  if (formatNamed(header) !== format) throw new ImageRefused('format');
  const { width, height, pages = 1, orientation = 1, autoOrient } = header;
  if (width * height > limits.pixels || decodingMemory(header) > limits.memory) throw new ImageRefused('too_large');
  if (pages > limits.frames) throw new ImageRefused('too_many_frames');
  return { format, width: autoOrient.width, height: autoOrient.height, orientation, takenOn: exifDay(header.exif) };
}

async function headerOf(bytes: Uint8Array): Promise<Metadata> {
  try {
    return await sharp(bytes, { limitInputPixels: false, pages: 1 }).metadata();
  } catch (error) {
    throw new ImageRefused('unreadable', { cause: error });
  }
}

const formatNamed = ({ format, compression }: Metadata) =>
  format === 'heif' && compression === 'av1' ? 'avif' : format;

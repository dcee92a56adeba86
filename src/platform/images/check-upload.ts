import { countGifFrames } from './count-gif-frames.ts';
import { imageFormatOf, isHeic, type ImageFormat } from './image-format.ts';
import { ImageRefused } from './image-refused.ts';

/** `memory` is what decoding may take, in bytes: formats that cannot be streamed are allowed fewer pixels. */
export type ImageLimits = { bytes: number; pixels: number; memory: number; frames: number };

export const defaultImageLimits: ImageLimits = {
  bytes: 25_000_000,
  pixels: 40_000_000,
  memory: 90_000_000,
  frames: 500,
};

/**
 * What can be said of an upload without any decoder: its weight, its first bytes, the frames of a GIF.
 * @throws ImageRefused
 */
export function checkUpload(bytes: Uint8Array, limits: ImageLimits = defaultImageLimits): ImageFormat {
  if (bytes.byteLength > limits.bytes) throw new ImageRefused('too_heavy');
  const format = imageFormatOf(bytes);
  if (!format) throw new ImageRefused(isHeic(bytes) ? 'heic' : 'format');
  if (format === 'gif' && countGifFrames(bytes, limits.frames + 1) > limits.frames)
    throw new ImageRefused('too_many_frames');
  return format;
}

import type { Metadata } from 'sharp';

/**
 * Bytes that libvips needs to decode an image, from its header alone (measured, rounded up). Baseline JPEG and plain
 * PNG stream through; the others are held whole.
 */
export function decodingMemory(header: Metadata): number {
  return header.width * header.height * bytesPerPixel(header);
}

function bytesPerPixel({ format, isProgressive, chromaSubsampling = '', channels, depth }: Metadata): number {
  switch (format) {
    case 'jpeg':
      // Coefficients of two bytes, for every sample.
      if (!isProgressive) return 0;
      return chromaSubsampling.startsWith('4:2:0') ? 3 : 2 * channels;
    case 'png':
      return isProgressive ? channels * (depth === 'ushort' ? 2 : 1) : 0;
    case 'gif':
      return 6;
    case 'webp':
      return 4;
    default:
      return 10;
  }
}

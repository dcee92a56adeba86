/**
 * Number of frames of a GIF, counted up to `limit`: a decoder would first keep a record of every frame, and a small
 * file may hold a million. Damage ends the count; the decoder will say what it thinks of it.
 */
export function countGifFrames(bytes: Uint8Array, limit: number): number {
  const tableSize = (flags: number) => (flags & 0x80 ? 3 << ((flags & 0x07) + 1) : 0);
  const skipBlocks = (start: number) => {
    let at = start;
    while ((bytes[at] ?? 0) > 0) at += (bytes[at] ?? 0) + 1;
    return at + 1;
  };
  let frames = 0;
  let at = 13 + tableSize(bytes[10] ?? 0);
  while (at < bytes.length && frames < limit) {
    if (bytes[at] === extension) at = skipBlocks(at + 2);
    else if (bytes[at] === imageDescriptor) {
      frames += 1;
      at = skipBlocks(at + 11 + tableSize(bytes[at + 9] ?? 0));
    } else break;
  }
  return frames;
}

const extension = 0x21;
const imageDescriptor = 0x2c;

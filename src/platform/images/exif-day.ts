/**
 * The day a photo was taken, from the EXIF block of its file, as an ISO date; null when it says none or nonsense. Only
 * that: places, names and serial numbers of the same block are never looked at.
 */
export function exifDay(block: Uint8Array | undefined): string | null {
  if (!block) return null;
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const tiff = bytes.toString('latin1', 0, 6) === 'Exif\0\0' ? bytes.subarray(6) : bytes;
  const order = tiff.toString('latin1', 0, 2);
  if ((order !== 'II' && order !== 'MM') || tiff.length < 8) return null;
  const read = reader(tiff, order === 'II');
  const root = read.entries(read.u32(4));
  const taken = read.entries(root.get(exifFolder)?.value ?? 0).get(takenTag);
  return dayOf(read.text(taken)) ?? dayOf(read.text(root.get(changedTag)));
}

// Numbers of the EXIF standard (CIPA DC-008).
const exifFolder = 0x8769;
const takenTag = 0x9003;
const changedTag = 0x0132;
const mostEntries = 200;

interface Entry {
  count: number;
  /** Where the text is, or the number itself. */
  value: number;
}

function reader(tiff: Buffer, little: boolean) {
  const u16 = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const u32 = (at: number): number =>
    at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at);
  return {
    u32,
    entries(start: number): Map<number, Entry> {
      const found = new Map<number, Entry>();
      if (start < 8) return found;
      const count = Math.min(u16(start), mostEntries);
      for (let index = 0; index < count; index += 1) {
        const at = start + 2 + index * 12;
        found.set(u16(at), { count: u32(at + 4), value: u32(at + 8) });
      }
      return found;
    },
    text: (entry: Entry | undefined): string =>
      entry && entry.count >= 10 && entry.count <= 64
        ? tiff.toString('latin1', entry.value, entry.value + entry.count)
        : '',
  };
}

/** `2026:05:17 10:22:31`, as cameras write it. A year before photography, or a camera never set, is no day. */
function dayOf(text: string): string | null {
  const parts = /^(\d{4}):(\d{2}):(\d{2})/.exec(text);
  if (!parts || Number(parts[1]) < 1830) return null;
  try {
    return Temporal.PlainDate.from(`${parts[1]}-${parts[2]}-${parts[3]}`).toString();
  } catch {
    return null;
  }
}

import { StringDecoder } from 'node:string_decoder';
import { fromBuffer } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { TableLimits } from './limits.ts';
import { TableRefused } from './table-refused.ts';

export type Archive = {
  readonly names: readonly string[];
  /** Feeds the text of an entry piece by piece; does nothing when the entry is absent. */
  read: (name: string, onText: (text: string) => void) => Promise<void>;
};

/** Below this size a high ratio is ordinary: blank cells compress well. */
const ratioMeasuredFrom = 2 * 1_048_576;

const openZip = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true }, (error, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });

function listEntries(zip: ZipFile, limits: TableLimits): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      if (entries.size > limits.archiveEntries || zip.entryCount > limits.archiveEntries) {
        reject(new TableRefused('archive_bomb', limits));
      } else zip.readEntry();
    });
    zip.readEntry();
  });
}

/**
 * Opens a zip archive whose declared sizes are not to be believed: entries, unpacked bytes and ratio are measured while
 * inflating, and reading stops at the first excess.
 */
export async function openArchive(bytes: Uint8Array, limits: TableLimits): Promise<Archive> {
  let unpacked = 0;
  const asRefusal = (error: unknown): unknown =>
    error instanceof TableRefused ? error : new TableRefused('unreadable_archive', limits);
  try {
    const zip = await openZip(bytes);
    const entries = await listEntries(zip, limits);
    if ([...entries.values()].some((entry) => entry.isEncrypted())) throw new TableRefused('encrypted', limits);
    return {
      names: [...entries.keys()],
      async read(name, onText) {
        const entry = entries.get(name);
        if (!entry) return;
        try {
          const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
            zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
          });
          const decoder = new StringDecoder('utf8');
          let inflated = 0;
          for await (const chunk of stream) {
            const piece = chunk as Buffer;
            inflated += piece.length;
            unpacked += piece.length;
            const ratio = inflated / Math.max(1, entry.compressedSize);
            if (unpacked > limits.unpackedBytes || (inflated > ratioMeasuredFrom && ratio > limits.unpackedRatio)) {
              throw new TableRefused('archive_bomb', limits);
            }
            onText(decoder.write(piece));
          }
          onText(decoder.end());
        } catch (error) {
          throw asRefusal(error);
        }
      },
    };
  } catch (error) {
    throw asRefusal(error);
  }
}

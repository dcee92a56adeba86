import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';
import { measured } from '#platform/files/measured.ts';
import { storageError } from '#platform/files/storage-error.ts';
import { writeAtomically } from '#platform/files/write-atomically.ts';
import { archiveFormat, isSafeEntryName, manifestName, type ArchiveEntry, type Manifest } from './manifest.ts';

/** One thing to archive. Give `size` (bytes) when it is known: without it the content passes by the disk first. */
export type EntryToWrite = { name: string; size?: number; content: Uint8Array | Readable };

export type ArchiveToWrite = {
  path: string;
  appVersion: string;
  createdAt: Temporal.Instant;
  entries: AsyncIterable<EntryToWrite> | Iterable<EntryToWrite>;
};

/**
 * Writes a `.tar.gz` whose last entry, `manifest.json`, gives the size and SHA-256 of all the others. The file bears
 * its name only once complete; until then it is `<name>.partiel`, which a failure removes.
 * @throws StorageFull
 */
export async function writeArchive({ path, appVersion, createdAt, entries }: ArchiveToWrite): Promise<Manifest> {
  const manifest: Manifest = { format: archiveFormat, appVersion, createdAt: createdAt.toString(), entries: [] };
  const tar = pack();
  const compressed = createGzip();
  const stopped = new AbortController();

  async function fill(): Promise<void> {
    const names = new Set([manifestName]);
    for await (const entry of entries) {
      stopped.signal.throwIfAborted();
      if (!isSafeEntryName(entry.name) || names.has(entry.name))
        throw new RangeError(`not an entry name: ${entry.name}`);
      names.add(entry.name);
      manifest.entries.push(await addEntry(tar, entry, `${path}.entree`, stopped.signal));
    }
    const content = Buffer.from(JSON.stringify(manifest));
    await addEntry(tar, { name: manifestName, size: content.length, content }, '', stopped.signal);
    tar.finalize();
  }

  try {
    const written = writeAtomically(path, `${path}.partiel`, compressed);
    const flowing = pipeline(tar, compressed).catch(() => undefined);
    const filled = fill();
    filled.catch((error: Error) => compressed.destroy(error));
    written.catch((error: unknown) => {
      stopped.abort(error);
      tar.destroy();
    });
    const [write] = await Promise.allSettled([written, filled, flowing]);
    if (write.status === 'rejected') throw write.reason;
  } catch (error) {
    throw storageError(error);
  }
  return manifest;
}

async function addEntry(tar: Pack, entry: EntryToWrite, spool: string, signal: AbortSignal): Promise<ArchiveEntry> {
  const { name, content } = entry;
  const size = content instanceof Uint8Array ? content.length : entry.size;
  if (size !== undefined) return addKnown(tar, name, size, content, signal);
  try {
    await pipeline(content as Readable, createWriteStream(spool), { signal });
    return await addKnown(tar, name, (await stat(spool)).size, createReadStream(spool), signal);
  } finally {
    await rm(spool, { force: true });
  }
}

async function addKnown(
  tar: Pack,
  name: string,
  size: number,
  content: Uint8Array | Readable,
  signal: AbortSignal,
): Promise<ArchiveEntry> {
  const { stream, measure } = measured(content);
  // A fixed date: the same content makes the same entry.
  await pipeline(stream, tar.entry({ name, size, mtime: new Date(0) }), { signal });
  return { name, ...measure() };
}

import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { measured } from '#platform/files/measured.ts';
import { ArchiveRefused } from './archive-refused.ts';
import { isSafeEntryName, manifestName, readManifest, type ArchiveEntry, type Manifest } from './manifest.ts';

/** Beyond these, an archive is taken for a trap and left unopened. */
export type ArchiveLimits = { entries: number; entryBytes: number; totalBytes: number };

export type OpenedArchive = {
  manifest: Manifest;
  /** Each entry in the order it was written. A content is read to its end or not at all. */
  entries: () => AsyncGenerator<ArchiveEntry & { content: Readable }>;
};

const defaultLimits: ArchiveLimits = { entries: 2_000_000, entryBytes: 100e9, totalBytes: 1e12 };
const manifestBytes = 500e6;

/**
 * Opens an archive after reading it all once and comparing every entry with the manifest, so that nothing of a
 * damaged archive is ever used. Checksums are compared again while the entries are read, in case the file changed.
 * @throws ArchiveRefused, here and while reading entries
 */
export async function openArchive(path: string, limits: ArchiveLimits = defaultLimits): Promise<OpenedArchive> {
  const manifest = await verify(path, limits);
  return { manifest, entries: () => readVerified(path, manifest, limits) };
}

async function verify(path: string, limits: ArchiveLimits): Promise<Manifest> {
  const found: ArchiveEntry[] = [];
  let manifest: Manifest | undefined;
  for await (const { name, content } of readTar(path, limits)) {
    if (manifest) throw new ArchiveRefused('corrupted');
    if (name === manifestName) manifest = readManifest(await text(content));
    else found.push({ name, ...(await measureOf(content)) });
  }
  if (!manifest) throw new ArchiveRefused(found.length > 0 ? 'truncated' : 'not_an_archive');
  if (found.length !== manifest.entries.length) throw new ArchiveRefused('corrupted');
  for (const [index, entry] of manifest.entries.entries()) checkSame(entry, found[index]);
  return manifest;
}

async function* readVerified(
  path: string,
  manifest: Manifest,
  limits: ArchiveLimits,
): ReturnType<OpenedArchive['entries']> {
  let index = 0;
  for await (const { name, content } of readTar(path, limits)) {
    if (name === manifestName) return;
    const expected = manifest.entries[index++];
    if (expected?.name !== name) throw new ArchiveRefused('corrupted');
    yield { ...expected, content: Readable.from(checked(content, expected), { objectMode: false }) };
  }
}

/** The content, whose last chunk is followed by an error when it is not what the manifest says. */
async function* checked(content: Readable, expected: ArchiveEntry): AsyncGenerator<Buffer> {
  const { stream, measure } = measured(content);
  yield* stream;
  checkSame(expected, { name: expected.name, ...measure() });
}

async function* readTar(path: string, limits: ArchiveLimits): AsyncGenerator<{ name: string; content: Readable }> {
  const tar = extract();
  const flowing = pipeline(createReadStream(path), createGunzip(), tar);
  // The failure is met below, while reading; this only keeps it from being reported as unhandled.
  flowing.catch(() => undefined);
  const names = new Set<string>();
  let total = 0;
  try {
    for await (const entry of tar) {
      const { name, type, size } = entry.header;
      total += size;
      if (type !== 'file' || !isSafeEntryName(name) || names.has(name)) throw new ArchiveRefused('unsafe_name');
      names.add(name);
      const largest = name === manifestName ? manifestBytes : limits.entryBytes;
      if (size > largest || total > limits.totalBytes || names.size > limits.entries)
        throw new ArchiveRefused('too_large');
      yield { name, content: Readable.from(explaining(entry), { objectMode: false }) };
      entry.resume();
    }
    await flowing;
  } catch (error) {
    throw explained(error);
  } finally {
    tar.destroy();
  }
}

async function* explaining(entry: AsyncIterable<unknown>): AsyncGenerator {
  try {
    yield* entry;
  } catch (error) {
    throw explained(error);
  }
}

function explained(error: unknown): unknown {
  if (error instanceof ArchiveRefused || !(error instanceof Error)) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR' || /unexpected end|premature close/i.test(error.message))
    return new ArchiveRefused('truncated', { cause: error });
  if (code === 'Z_DATA_ERROR' && /incorrect header/i.test(error.message))
    return new ArchiveRefused('not_an_archive', { cause: error });
  if (code?.startsWith('Z_') || /tar/i.test(error.message)) return new ArchiveRefused('corrupted', { cause: error });
  return error;
}

function checkSame(expected: ArchiveEntry, found: ArchiveEntry | undefined): void {
  if (found?.name !== expected.name || found.size !== expected.size || found.sha256 !== expected.sha256) {
    throw new ArchiveRefused('corrupted');
  }
}

async function measureOf(content: Readable): Promise<{ size: number; sha256: string }> {
  const { stream, measure } = measured(content);
  for await (const _ of stream);
  return measure();
}

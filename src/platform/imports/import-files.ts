import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { FileKey } from '../files/file-key.ts';
import { checkedKey, newFileKey } from '../files/file-key.ts';
import type { FileStore } from '../files/file-store.ts';
import { StorageFull } from '../files/storage-error.ts';

/** A fresh place for a file of an import. */
export function importFileKey(hubId: string, extension: string): FileKey {
  return newFileKey(`imports/${hubId}`, extension);
}

/** The place of a file sent by a form: sent twice, it is one file, and one import. */
export function sentFileKey(hubId: string, formKey: string | undefined, size: number): FileKey {
  return formKey ? checkedKey(`imports/${hubId}/${formKey}-${size}.bin`) : importFileKey(hubId, 'bin');
}

/** Largest file a page takes, and what wraps it in a form. */
export const largestUpload = 50 * 1_048_576;
export const formOverhead = 100_000;

/** Puts a file sent by a form in the store; told in words when there is no room left for it. */
export async function keepSentFile(
  files: FileStore,
  { hubId, formKey, file }: { hubId: string; formKey: string | undefined; file: File },
): Promise<{ fileKey: FileKey; fileName: string } | { error: string }> {
  const fileKey = sentFileKey(hubId, formKey, file.size);
  try {
    await files.put(fileKey, Readable.fromWeb(file.stream() as never));
  } catch (error) {
    if (!(error instanceof StorageFull)) throw error;
    return { error: 'Le serveur n’a plus de place pour ce fichier. Prévenez la personne qui héberge le site.' };
  }
  return { fileKey, fileName: file.name.slice(0, 300) };
}

/** Writes values as one JSON value a line, one at a time: the whole is never in memory as text. */
export async function writeLines(
  files: FileStore,
  key: FileKey,
  values: Iterable<unknown> | AsyncIterable<unknown>,
): Promise<void> {
  await files.put(key, Readable.from(inPieces(values)), { contentType: 'application/x-ndjson' });
}

/** Reads them back. */
export async function* readLines<Value>(files: FileStore, key: FileKey): AsyncGenerator<Value> {
  const stream = await files.getStream(key);
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line !== '') yield JSON.parse(line) as Value;
    }
  } finally {
    stream.destroy();
  }
}

const pieceLength = 64_000;

async function* inPieces(values: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  let text = '';
  for await (const value of values) {
    text += `${JSON.stringify(value)}\n`;
    if (text.length < pieceLength) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

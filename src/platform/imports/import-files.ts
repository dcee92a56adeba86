import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { FileKey } from '../files/file-key.ts';
import { checkedKey, newFileKey } from '../files/file-key.ts';
import type { FileStore } from '../files/file-store.ts';

/** A fresh place for a file of an import. */
export function importFileKey(hubId: string, extension: string): FileKey {
  return newFileKey(`imports/${hubId}`, extension);
}

/** The place of a file sent by a form: sent twice, it is one file, and one import. */
export function sentFileKey(hubId: string, formKey: string | undefined, size: number): FileKey {
  return formKey ? checkedKey(`imports/${hubId}/${formKey}-${size}.bin`) : importFileKey(hubId, 'bin');
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

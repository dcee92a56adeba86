import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a file that exists whole or not at all, and survives a power cut once the promise is kept: the content goes
 * to `temporary` (same file system), is flushed, then renamed, then the folder is flushed. A failure leaves nothing.
 */
export async function writeAtomically(path: string, temporary: string, content: Readable | Uint8Array): Promise<void> {
  try {
    const source = content instanceof Uint8Array ? Readable.from([content]) : content;
    await pipeline(source, createWriteStream(temporary, { flags: 'w', flush: true }));
    await rename(temporary, path);
    await flushFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

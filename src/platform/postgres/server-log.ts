import { open, rename, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

const keptBytes = 1024 * 1024;

/** The file that takes what the server prints; the one before is kept when it has grown past a mebibyte. */
export async function openServerLog(dataFolder: string): Promise<ServerLog> {
  const file = join(dataFolder, 'postgres.log');
  const size = (await stat(file).catch(() => null))?.size ?? 0;
  if (size > keptBytes) {
    await rename(file, `${file}.1`);
  }
  const handle = await open(file, 'a+', 0o600);
  return new ServerLog(handle, (await handle.stat()).size);
}

export class ServerLog {
  readonly #handle: FileHandle;
  readonly #start: number;

  constructor(handle: FileHandle, start: number) {
    this.#handle = handle;
    this.#start = start;
  }

  get fd(): number {
    return this.#handle.fd;
  }

  /** What was printed since the file was opened, at most 64 KiB. */
  async tail(): Promise<string> {
    const { size } = await this.#handle.stat();
    const start = Math.max(this.#start, size - 64 * 1024);
    const { buffer, bytesRead } = await this.#handle.read(Buffer.alloc(Math.max(size - start, 1)), { position: start });
    return buffer.toString('utf8', 0, bytesRead);
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FSDriver } from 'flydrive/drivers/fs';
import { writeAtomically } from './write-atomically.ts';

/** Flydrive's folder driver, with writes that a crash or a full disk cannot leave half done. */
export class FolderDriver extends FSDriver {
  readonly #root: string;
  readonly #writing: string;

  constructor(root: string) {
    super({ location: root, visibility: 'private' });
    this.#root = root;
    this.#writing = join(root, '.partiel');
  }

  override put(key: string, contents: string | Uint8Array): Promise<void> {
    return this.#write(key, typeof contents === 'string' ? Buffer.from(contents) : contents);
  }

  override putStream(key: string, contents: Readable): Promise<void> {
    return this.#write(key, contents);
  }

  /** Opens before answering, so that a missing file is an error here and not in the middle of a page. */
  override async getStream(key: string): Promise<Readable> {
    const file = await open(join(this.#root, key), 'r');
    return file.createReadStream();
  }

  /** Removes what interrupted writes left more than a day ago. */
  async removeLeftovers(): Promise<void> {
    const dayAgo = Date.now() - 86_400_000;
    for (const name of await readdir(this.#writing).catch(() => [])) {
      const path = join(this.#writing, name);
      const { mtimeMs } = await stat(path);
      if (mtimeMs < dayAgo) await rm(path, { force: true });
    }
  }

  async #write(key: string, content: Uint8Array | Readable): Promise<void> {
    const path = join(this.#root, key);
    await mkdir(dirname(path), { recursive: true });
    await mkdir(this.#writing, { recursive: true });
    await writeAtomically(path, join(this.#writing, randomUUID()), content);
  }
}

import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Disk, DriveFile } from 'flydrive';
import { checkedFolder, checkedKey, newFileKey, type FileKey } from './file-key.ts';
import { readFilesUrl, type FilesPlace } from './files-url.ts';
import { FolderDriver } from './folder-driver.ts';
import { measured, measureOf, type Measure } from './measured.ts';
import { FileMissing, storageError } from './storage-error.ts';

export type PutOptions = { contentType?: string };

/**
 * Files by key, in a folder or a bucket. Every method throws `StorageFull` or `FileMissing` when that is the reason,
 * and `RangeError` on what is not a key.
 */
export type FileStore = {
  /** Writes whole or not at all; gives the size in bytes and the SHA-256 in hexadecimal. */
  readonly put: (key: FileKey, content: Uint8Array | Readable, options?: PutOptions) => Promise<Measure>;
  readonly getStream: (key: FileKey) => Promise<Readable>;
  readonly getBytes: (key: FileKey) => Promise<Uint8Array>;
  /** Size in bytes and time of writing. */
  readonly describe: (key: FileKey) => Promise<{ size: number; writtenAt: Temporal.Instant }>;
  readonly exists: (key: FileKey) => Promise<boolean>;
  /** Deleting a missing file is no error. */
  readonly delete: (key: FileKey) => Promise<void>;
  /** Keys under a folder, or all of them, in no promised order. */
  readonly list: (folder?: string) => AsyncIterable<FileKey>;
  /** Writes, reads and deletes a file; the answer is a French sentence, or `null` when all is well. */
  readonly doctor: () => Promise<string | null>;
  /** Removes what interrupted writes left more than a day ago. */
  readonly removeLeftovers: () => Promise<void>;
  readonly close: () => void;
};

/** Opens the store of a place, or of the FILES_URL that names it; nothing is touched before the first use. */
export function createFileStore(where: FilesPlace | string): FileStore {
  const place = typeof where === 'string' ? readFilesUrl(where) : where;
  const backend = place.kind === 'folder' ? folderBackend(place.path) : bucketBackend(place);
  const { disk } = backend;

  const store: FileStore = {
    put: async (key, content, options = {}) => typed(backend.write(checkedKey(key), content, options)),
    getStream: async (key) => typed(disk.getStream(checkedKey(key))),
    getBytes: async (key) => typed(disk.getBytes(checkedKey(key))),
    describe: async (key) => {
      const { contentLength, lastModified } = await typed(disk.getMetaData(checkedKey(key)));
      return { size: contentLength, writtenAt: Temporal.Instant.fromEpochMilliseconds(lastModified.getTime()) };
    },
    exists: async (key) => typed(disk.exists(checkedKey(key))),
    delete: async (key) => {
      try {
        await typed(disk.delete(checkedKey(key)));
      } catch (error) {
        if (!(error instanceof FileMissing)) throw error;
      }
    },
    list: (folder) => listKeys(disk, folder),
    doctor: async () => {
      const key = newFileKey('verification', 'txt');
      const content = Buffer.from('Essaim');
      try {
        await store.put(key, content);
        const same = content.equals(await store.getBytes(key));
        await store.delete(key);
        return same ? null : 'Le stockage des fichiers ne rend pas ce qu’on lui confie.';
      } catch (error) {
        return explain(error, place);
      }
    },
    removeLeftovers: backend.removeLeftovers,
    close: backend.close,
  };
  return store;
}

async function* listKeys(disk: Disk, folder: string | undefined): AsyncGenerator<FileKey> {
  const prefix = folder === undefined ? '' : `${checkedFolder(folder)}/`;
  let paginationToken: string | undefined;
  do {
    const page = await typed(disk.listAll(folder, { recursive: true, paginationToken }));
    for (const object of page.objects) {
      if (object instanceof DriveFile && object.key.startsWith(prefix) && !object.key.startsWith('.')) yield object.key;
    }
    paginationToken = page.paginationToken;
  } while (paginationToken !== undefined);
}

type Backend = {
  readonly disk: Disk;
  readonly write: (key: FileKey, content: Uint8Array | Readable, options: PutOptions) => Promise<Measure>;
  readonly removeLeftovers: () => Promise<void>;
  readonly close: () => void;
};

function folderBackend(path: string): Backend {
  const driver = new FolderDriver(path);
  const disk = new Disk(driver);
  return {
    disk,
    write: async (key, content) => {
      const { stream, measure } = measured(content);
      await disk.putStream(key, stream);
      return measure();
    },
    removeLeftovers: () => driver.removeLeftovers(),
    close: () => undefined,
  };
}

const require = createRequire(import.meta.url);

function bucketBackend(place: Extract<FilesPlace, { kind: 's3' }>): Backend {
  // Read only by installations that keep their files in a bucket.
  const { S3Client } = require('@aws-sdk/client-s3') as typeof import('@aws-sdk/client-s3');
  const { S3Driver } = require('flydrive/drivers/s3') as typeof import('flydrive/drivers/s3');
  const client = new S3Client({
    endpoint: place.endpoint,
    region: place.region,
    forcePathStyle: true,
    credentials: { accessKeyId: place.accessKey, secretAccessKey: place.secretKey },
    // Garage, Ceph and others do not know the checksum trailers that the SDK sends by default.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    logger: silent,
  });
  const disk = new Disk(new S3Driver({ client, bucket: place.bucket, visibility: 'private', supportsACL: false }));
  return {
    disk,
    write: async (key, content, options) => {
      if (!(content instanceof Uint8Array)) {
        return spooled(content, (file, { size }) => disk.putStream(key, file, { ...options, contentLength: size }));
      }
      await disk.put(key, content, options);
      return measureOf(content);
    },
    removeLeftovers: () => Promise.resolve(),
    close: () => client.destroy(),
  };
}

/** S3 asks for the size before the first byte, which a stream only knows at its end: it passes by a temporary file. */
async function spooled(content: Readable, send: (file: Readable, measure: Measure) => Promise<void>): Promise<Measure> {
  const folder = await mkdtemp(join(tmpdir(), 'essaim-'));
  try {
    const path = join(folder, 'fichier');
    const { stream, measure } = measured(content);
    await pipeline(stream, createWriteStream(path));
    await send(createReadStream(path), measure());
    return measure();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function typed<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw storageError(error);
  }
}

function explain(error: unknown, place: FilesPlace): string {
  const cause = storageError(error);
  const where = place.kind === 'folder' ? `le dossier ${place.path}` : `le bac ${place.bucket} de ${place.endpoint}`;
  return `Impossible d’écrire puis de relire un fichier dans ${where}. ${cause instanceof Error ? cause.message : ''}`.trim();
}

const nothing = () => undefined;
/** The SDK would write its warnings on the console; our errors already say what matters. */
const silent = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };

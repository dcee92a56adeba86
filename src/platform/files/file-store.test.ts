import { createHash, randomBytes } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startS3Server, type S3Server } from '#tests/support/fakes/s3-server.ts';
import { createFileStore, type FileStore } from './file-store.ts';
import { checkedKey, newFileKey } from './file-key.ts';
import { readFilesUrl } from './files-url.ts';
import { FileMissing, StorageFull, storageError } from './storage-error.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const keysOf = async (store: FileStore, folder?: string) => (await Array.fromAsync(store.list(folder))).sort();

let folder: string;
let bucket: S3Server;
const stores: Record<string, FileStore> = {};
const storeNamed = (name: string) => stores[name] ?? expect.fail(name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'essaim-files-'));
  bucket = await startS3Server();
  stores['a folder'] = createFileStore(join(folder, 'fichiers'));
  stores['a bucket'] = createFileStore(bucket.filesUrl);
});

afterAll(async () => {
  for (const store of Object.values(stores)) store.close();
  await bucket[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

describe.each(['a folder', 'a bucket'])('%s', (name) => {
  test('gives back what it was given', async () => {
    const store = storeNamed(name);
    const bytes = randomBytes(300_000);
    const key = newFileKey('hubs/rennes', 'webp');
    expect(await store.put(key, bytes, { contentType: 'image/webp' })).toEqual({
      size: bytes.length,
      sha256: sha256(bytes),
    });
    expect(bytes.equals(await store.getBytes(key))).toBe(true);
    expect(await store.exists(key)).toBe(true);
    expect(await store.describe(key)).toMatchObject({ size: bytes.length });
    const streamed = await Array.fromAsync<Buffer>(await store.getStream(key));
    expect(bytes.equals(Buffer.concat(streamed))).toBe(true);
    await store.delete(key);
    expect(await store.exists(key)).toBe(false);
    await store.delete(key);
  });

  test('takes a stream of unknown length, even empty', async () => {
    const store = storeNamed(name);
    for (const chunks of [[], [randomBytes(70_000), randomBytes(5)]]) {
      const key = newFileKey('hubs/rennes', 'pdf');
      const whole = Buffer.concat(chunks);
      expect(await store.put(key, Readable.from(chunks))).toEqual({ size: whole.length, sha256: sha256(whole) });
      expect(whole.equals(await store.getBytes(key))).toBe(true);
      await store.delete(key);
    }
  });

  test('lists a folder and not its neighbours', async () => {
    const store = storeNamed(name);
    const keys = ['a/un.txt', 'a/deux.txt', 'a/b/trois.txt', 'ab/quatre.txt'];
    for (const key of keys) await store.put(key, Buffer.from(key));
    expect(await keysOf(store, 'a')).toEqual(['a/b/trois.txt', 'a/deux.txt', 'a/un.txt']);
    expect(await keysOf(store)).toEqual([...keys].sort());
    expect(await keysOf(store, 'vide')).toEqual([]);
    for (const key of keys) await store.delete(key);
  });

  test('names what is missing', async () => {
    const store = storeNamed(name);
    const missing = newFileKey('hubs', 'txt');
    await expect(store.getStream(missing)).rejects.toBeInstanceOf(FileMissing);
    await expect(store.getBytes(missing)).rejects.toBeInstanceOf(FileMissing);
    await expect(store.describe(missing)).rejects.toBeInstanceOf(FileMissing);
  });

  test('keeps nothing of a write that failed', async () => {
    const store = storeNamed(name);
    const key = newFileKey('hubs', 'txt');
    async function* failing() {
      yield Buffer.from('début');
      throw new Error('coupé');
    }
    await expect(store.put(key, Readable.from(failing()))).rejects.toThrow(/coupé|write/);
    expect(await store.exists(key)).toBe(false);
    expect(await keysOf(store)).toEqual([]);
  });

  test('passes its own check', async () => {
    expect(await storeNamed(name).doctor()).toBeNull();
    expect(await keysOf(storeNamed(name))).toEqual([]);
  });
});

test.each([
  '../secret',
  'a/../../secret',
  '/etc/passwd',
  'a//b',
  'a/./b',
  '.partiel/x',
  'a\\b',
  'a\0b',
  'a%2f..%2fb',
  '..%2f',
  'A.txt',
  'é.txt',
  'a/b.txt/',
  '',
  'a b',
  '\u202ea',
  'C:\\x',
  'a'.repeat(400),
  'a/.env',
  'a\n',
  '~/x',
  'file:///etc/passwd',
  'a.tar.gz.exe.very-long',
])('refuses the key %j', async (key) => {
  expect(() => checkedKey(key)).toThrow(RangeError);
  await expect(storeNamed('a folder').put(key, Buffer.from('x'))).rejects.toThrow(RangeError);
  await expect(storeNamed('a folder').getStream(key)).rejects.toThrow(RangeError);
});

test('removes old leftovers only', async () => {
  const writing = join(folder, 'fichiers', '.partiel');
  await mkdir(writing, { recursive: true });
  await writeFile(join(writing, 'vieux'), 'x');
  await writeFile(join(writing, 'recent'), 'x');
  await utimes(join(writing, 'vieux'), new Date(0), new Date(0));
  await storeNamed('a folder').removeLeftovers();
  expect(await readdir(writing)).toEqual(['recent']);
  await rm(join(writing, 'recent'));
});

test('a full bucket says so', async () => {
  bucket.failWrites({ code: 'QuotaExceeded', status: 403 });
  await expect(storeNamed('a bucket').put('plein.txt', Buffer.from('x'))).rejects.toBeInstanceOf(StorageFull);
  expect(await storeNamed('a bucket').doctor()).toContain('L’espace de stockage est plein');
  bucket.failWrites(null);
});

test('finds the reason at the bottom of a chain of causes', () => {
  const full = new Error('write', { cause: Object.assign(new Error('no space'), { code: 'ENOSPC' }) });
  expect(storageError(full)).toBeInstanceOf(StorageFull);
  const bug = new TypeError('bug');
  expect(storageError(bug)).toBe(bug);
});

const namespaces = spawnSync('unshare', ['-Urm', 'true']).status === 0;

test.runIf(namespaces)('a full disk refuses the write, keeps the rest, and serves again once freed', () => {
  const mount = join(folder, 'petit-disque');
  const script = join(import.meta.dirname, 'testing', 'fill-disk.ts');
  const shell = `mkdir -p "$1" && mount -t tmpfs -o size=2m tmpfs "$1" && exec "$2" "$3" "$1"`;
  const out = execFileSync('unshare', ['-Urm', 'sh', '-c', shell, 'sh', mount, process.execPath, script], {
    encoding: 'utf8',
  });
  expect(JSON.parse(out)).toEqual({ refused: 'StorageFull', leftovers: [], kept: true, missing: true, again: true });
});

test('reads FILES_URL, or says in French what it should be', () => {
  expect(readFilesUrl('/var/lib/essaim')).toEqual({ kind: 'folder', path: '/var/lib/essaim' });
  expect(readFilesUrl('file:///var/mes%20fichiers')).toEqual({ kind: 'folder', path: '/var/mes fichiers' });
  expect(readFilesUrl('s3://CLE:a%2Fb@s3.exemple.fr/bac?region=fr-par')).toEqual({
    kind: 's3',
    endpoint: 'https://s3.exemple.fr',
    region: 'fr-par',
    bucket: 'bac',
    accessKey: 'CLE',
    secretKey: 'a/b',
  });
  for (const wrong of [
    '',
    'fichiers',
    'http://exemple.fr',
    's3://exemple.fr/bac',
    's3://a:b@exemple.fr/',
    'file://serveur/x',
  ]) {
    expect(() => readFilesUrl(wrong)).toThrow('FILES_URL');
  }
});

import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { pack, type Header } from 'tar-stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ArchiveRefused } from './archive-refused.ts';
import { openArchive } from './read-archive.ts';
import { writeArchive, type EntryToWrite } from './write-archive.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let path: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'essaim-archive-'))));
beforeEach(async () => {
  path = join(folder, 'sauvegarde.tar.gz');
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

const createdAt = Temporal.Instant.from('2026-03-04T05:06:07Z');
const write = (entries: EntryToWrite[]) => writeArchive({ path, appVersion: '1.2.3', createdAt, entries });
const photo = randomBytes(400_000);
const sample = (): EntryToWrite[] => [
  { name: 'tables/hub.copy', content: Buffer.from('1\tRennes\n') },
  { name: 'tables/vide.copy', content: Readable.from([]) },
  {
    name: 'files/hubs/a/photo.webp',
    size: photo.length,
    content: Readable.from([photo.subarray(0, 9), photo.subarray(9)]),
  },
];

async function contentsOf(archive: string): Promise<Record<string, Buffer>> {
  const contents: Record<string, Buffer> = {};
  for await (const { name, content } of (await openArchive(archive)).entries()) contents[name] = await buffer(content);
  return contents;
}

async function reasonOf(bytes: Uint8Array): Promise<string> {
  await writeFile(path, bytes);
  try {
    const contents = await contentsOf(path);
    const texts = [contents['tables/hub.copy'], contents['tables/vide.copy']].map(String);
    const intact =
      photo.equals(contents['files/hubs/a/photo.webp'] ?? Buffer.alloc(0)) && texts.join() === '1\tRennes\n,';
    return intact ? 'intact' : 'undetected';
  } catch (error) {
    return error instanceof ArchiveRefused ? error.reason : String(error);
  }
}

test('gives back what was put in, described', async () => {
  const manifest = await write(sample());
  expect(manifest).toMatchObject({ format: 1, appVersion: '1.2.3', createdAt: '2026-03-04T05:06:07Z' });
  expect(manifest.entries.map(({ name, size }) => [name, size])).toEqual([
    ['tables/hub.copy', 9],
    ['tables/vide.copy', 0],
    ['files/hubs/a/photo.webp', 400_000],
  ]);
  expect((await openArchive(path)).manifest).toEqual(manifest);
  const contents = await contentsOf(path);
  expect(contents['tables/hub.copy']?.toString()).toBe('1\tRennes\n');
  expect(photo.equals(contents['files/hubs/a/photo.webp'] ?? Buffer.alloc(0))).toBe(true);
  expect(await readdir(folder)).toEqual(['sauvegarde.tar.gz']);
});

test('any contents come back the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 2000 }), { maxLength: 6 }), async (contents) => {
      await write(
        contents.map((content, index) => ({
          name: `f/${index}`,
          content: index % 2 ? Readable.from([content]) : content,
        })),
      );
      expect(Object.values(await contentsOf(path)).map((content) => [...content])).toEqual(
        contents.map((content) => [...content]),
      );
    }),
    { numRuns: 30 },
  );
});

test('an entry may be skipped, or the reading left', async () => {
  await write(sample());
  const names: string[] = [];
  for await (const { name } of (await openArchive(path)).entries()) names.push(name);
  expect(names).toHaveLength(3);
  for await (const { name } of (await openArchive(path)).entries()) {
    expect(name).toBe('tables/hub.copy');
    break;
  }
});

describe('a write that fails leaves nothing', () => {
  const cases: [string, () => EntryToWrite[], RegExp][] = [
    ['a source that breaks', () => [{ name: 'a', size: 10, content: broken() }], /coupé/],
    ['a source of unknown size that breaks', () => [{ name: 'a', content: broken() }], /coupé/],
    ['a size that lies', () => [{ name: 'a', size: 3, content: Readable.from([Buffer.from('abcdef')]) }], /size/i],
    ['a name that climbs', () => [{ name: '../a', content: photo }], /not an entry name/],
    [
      'a name used twice',
      () => [
        { name: 'a', content: photo },
        { name: 'a', content: photo },
      ],
      /not an entry name/,
    ],
    ['a name that is ours', () => [{ name: 'manifest.json', content: photo }], /not an entry name/],
  ];
  function broken(): Readable {
    return Readable.from(
      (async function* () {
        yield Buffer.from('abc');
        throw new Error('coupé');
      })(),
    );
  }
  test.each(cases)('%s', async (_, entries, message) => {
    await expect(write(entries())).rejects.toThrow(message);
    expect(await readdir(folder)).toEqual([]);
  });
  test.runIf(spawnSync('unshare', ['-Urm', 'true']).status === 0)('a full disk', () => {
    const mount = join(folder, 'petit-disque');
    const script = join(import.meta.dirname, 'testing', 'fill-disk.ts');
    const shell = `mkdir -p "$1" && mount -t tmpfs -o size=2m tmpfs "$1" && exec "$2" "$3" "$1"`;
    const out = execFileSync('unshare', ['-Urm', 'sh', '-c', shell, 'sh', mount, process.execPath, script], {
      encoding: 'utf8',
    });
    expect(JSON.parse(out)).toEqual({ known: 'StorageFull', unknown: 'StorageFull', left: [] });
  });
});

describe('a damaged archive is refused whole', () => {
  let good: Buffer;
  beforeEach(async () => {
    await write(sample());
    good = await readFile(path);
  });

  test('cut anywhere', async () => {
    for (const length of [0, 1, 5, 20, 1000, good.length >> 1, good.length - 9, good.length - 1]) {
      expect(await reasonOf(good.subarray(0, length))).toBeOneOf(['truncated', 'not_an_archive']);
    }
  });

  test('one bit changed anywhere', async () => {
    // Some bits carry nothing: the date of the gzip header, padding, two ways to write the same run of zeros.
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 10, max: good.length - 1 }),
        fc.integer({ min: 0, max: 7 }),
        async (at, bit) => {
          const bytes = Buffer.from(good);
          bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
          expect(await reasonOf(bytes)).toBeOneOf([
            'truncated',
            'not_an_archive',
            'corrupted',
            'unsafe_name',
            'too_large',
            'intact',
          ]);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('one byte of the content changed and compressed again', async () => {
    const tar = gunzipSync(good);
    const at = tar.indexOf('Rennes');
    tar[at] = 'r'.charCodeAt(0);
    expect(await reasonOf(gzipSync(tar))).toBe('corrupted');
  });

  test('changed between the check and the reading', async () => {
    const archive = await openArchive(path);
    const tar = gunzipSync(good);
    tar[tar.indexOf('Rennes')] = 'r'.charCodeAt(0);
    await writeFile(path, gzipSync(tar));
    const read = async () => {
      for await (const { content } of archive.entries()) await buffer(content);
    };
    await expect(read()).rejects.toBeInstanceOf(ArchiveRefused);
  });

  test('not an archive at all', async () => {
    expect(await reasonOf(Buffer.from('PK\u0003\u0004'))).toBe('not_an_archive');
    expect(await reasonOf(gzipSync('bonjour'.repeat(200)))).toBeOneOf(['not_an_archive', 'corrupted', 'truncated']);
  });
});

describe('a forged archive is refused', () => {
  async function forge(entries: [Partial<Header> & { name: string }, string][], manifest: unknown): Promise<Buffer> {
    const tar = pack();
    for (const [header, content] of entries) tar.entry(header, content);
    if (manifest !== undefined)
      tar.entry({ name: 'manifest.json' }, typeof manifest === 'string' ? manifest : JSON.stringify(manifest));
    tar.finalize();
    return gzipSync(await buffer(tar));
  }
  const manifest = { format: 1, appVersion: '1', createdAt: '2026-03-04T05:06:07Z', entries: [] };

  test.each([
    '../../etc/cron.d/x',
    '/etc/passwd',
    'a/../../b',
    'a\\..\\b',
    'C:/x',
    'a//b',
    './a',
    'a/.',
    '.env',
    'a\u202eb',
    'a'.repeat(300),
  ])('name %j', async (name) => {
    expect(await reasonOf(await forge([[{ name }, 'x']], manifest))).toBe('unsafe_name');
  });

  test.each<Partial<Header> & { name: string }>([
    { name: 'lien', type: 'symlink', linkname: '/etc/passwd' },
    { name: 'lien', type: 'link', linkname: '../x' },
    { name: 'tube', type: 'fifo' },
    { name: 'dossier', type: 'directory' },
  ])('type $type', async (header) => {
    expect(await reasonOf(await forge([[header, '']], manifest))).toBe('unsafe_name');
  });

  test('entries the manifest does not know, or manifest without entries', async () => {
    expect(await reasonOf(await forge([[{ name: 'a' }, 'x']], manifest))).toBe('corrupted');
    const absent = { name: 'a', size: 1, sha256: '0'.repeat(64) };
    expect(await reasonOf(await forge([], { ...manifest, entries: [absent] }))).toBe('corrupted');
    expect(await reasonOf(await forge([[{ name: 'a' }, 'x']], undefined))).toBe('truncated');
  });

  test('a manifest that is not one, or comes from the future', async () => {
    expect(await reasonOf(await forge([], '{'))).toBe('corrupted');
    expect(await reasonOf(await forge([], { ...manifest, entries: 'toutes' }))).toBe('corrupted');
    expect(await reasonOf(await forge([], { format: 2, anything: true }))).toBe('too_recent');
  });

  test('an absurd size, before reading it', async () => {
    await write([
      { name: 'gros', content: Buffer.alloc(100_000) },
      { name: 'autre', content: Buffer.alloc(100_000) },
    ]);
    const limits = { entries: 10, entryBytes: 1e6, totalBytes: 1e6 };
    await expect(openArchive(path, { ...limits, entryBytes: 99_999 })).rejects.toMatchObject({ reason: 'too_large' });
    await expect(openArchive(path, { ...limits, totalBytes: 150_000 })).rejects.toMatchObject({ reason: 'too_large' });
    await expect(openArchive(path, { ...limits, entries: 1 })).rejects.toMatchObject({ reason: 'too_large' });
    await expect(openArchive(path, limits)).resolves.toBeDefined();
  });
});

test('memory does not grow with the archive', async () => {
  const size = 100_000_000;
  const chunk = randomBytes(50_000);
  const content = Readable.from(
    (function* () {
      for (let sent = 0; sent < size; sent += chunk.length) yield chunk;
    })(),
  );
  const before = process.memoryUsage().rss;
  await write([{ name: 'gros', size, content }]);
  for await (const { content } of (await openArchive(path)).entries()) for await (const _ of content);
  expect(process.memoryUsage().rss - before).toBeLessThan(80_000_000);
});

import { fromBuffer } from 'yauzl';
import { expect, test } from 'vitest';
import { writeZip, type ZipEntry } from './write-zip.ts';

const writtenAt = Temporal.PlainDateTime.from('2026-03-04T10:20:30');

async function written(entries: ZipEntry[]): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(writeZip(entries, { writtenAt })));
}

/** Reads it back with a library that checks sizes and checksums. */
async function read(bytes: Buffer): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  fromBuffer(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }, (error, zip) => {
    if (error) return reject(error);
    zip.on('error', reject).on('end', () => resolve());
    zip.on('entry', (entry) => {
      zip.openReadStream(entry, (failure, stream) => {
        if (failure) return reject(failure);
        const pieces: Buffer[] = [];
        stream
          .on('data', (piece: Buffer) => pieces.push(piece))
          .on('error', reject)
          .on('end', () => {
            found.set(entry.fileName, Buffer.concat(pieces).toString());
            zip.readEntry();
          });
      });
    });
    zip.readEntry();
  });
  await promise;
  return found;
}

test('what is written is read back, accents and folders included', async () => {
  const long = 'émargement '.repeat(5000);
  const bytes = await written([
    { name: 'dossier/feuille d’émargement.txt', content: Buffer.from(long) },
    { name: 'vide.txt', content: new Uint8Array() },
  ]);
  expect(await read(bytes)).toEqual(
    new Map([
      ['dossier/feuille d’émargement.txt', long],
      ['vide.txt', ''],
    ]),
  );
  expect(bytes.length).toBeLessThan(long.length / 10);
});

test('an archive of nothing is an archive', async () => {
  expect(await read(await written([]))).toEqual(new Map());
});

test('the same content gives the same bytes', async () => {
  const entries = [{ name: 'a.txt', content: Buffer.from('a') }];
  expect(await written(entries)).toEqual(await written(entries));
});

test.each(['../hors.txt', '/racine.txt', 'a/../../b', 'c:\\x', '', 'a//b'])(
  '%s would leave the folder',
  async (name) => {
    await expect(written([{ name, content: new Uint8Array() }])).rejects.toThrow(RangeError);
  },
);

test('no name twice', async () => {
  const twice = [1, 2].map(() => ({ name: 'a.txt', content: new Uint8Array() }));
  await expect(written(twice)).rejects.toThrow(RangeError);
});

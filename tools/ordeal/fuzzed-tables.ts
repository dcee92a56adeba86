import { readTable } from '#platform/tabular/index.ts';
import type { Seeded } from '../bench/seeded.ts';

type Reader = (bytes: Uint8Array, options: { fileName: string }) => Promise<unknown>;

/** Reads spreadsheets and JSON written or broken at random. */
export async function fuzzTables(
  random: Seeded,
  csv: number,
  json: number,
  read: Reader = readTable as Reader,
): Promise<{ read: number; refused: number; broken: string[]; longest: number }> {
  const found = { read: 0, refused: 0, broken: [] as string[], longest: 0 };
  for (let turn = 0; turn < csv + json; turn++) {
    const isCsv = turn < csv;
    const bytes = isCsv ? mangled(random, csvText(random)) : mangled(random, jsonText(random, 0));
    const startedAt = performance.now();
    try {
      await read(bytes, { fileName: isCsv ? 'liste.csv' : 'liste.json' });
    } catch (error) {
      const name = error instanceof Error ? error.constructor.name : String(error);
      // A refusal of the reader has a name of its own; anything else is a bug.
      if (['SyntaxError', 'TypeError', 'RangeError', 'ReferenceError', 'Error'].includes(name))
        found.broken.push(
          `${name}: ${(error as Error).message} · ${Buffer.from(bytes).toString('base64').slice(0, 200)}`,
        );
      else found.refused += 1;
    }
    found.read += 1;
    found.longest = Math.max(found.longest, performance.now() - startedAt);
  }
  return found;
}

const pieces = [
  'nom',
  'Épicerie',
  '=1+1',
  '"',
  '""',
  ';',
  ',',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\0',
  '\u{feff}',
  '\u{202e}',
  '😀',
  '48.1173',
  '-1,6778',
  'POINT(1 2)',
  '35000',
  'x'.repeat(5_000),
  "'",
  '\\',
  '<svg onload=x>',
  '{{7*7}}',
  'null',
  'true',
  '1e309',
  '__proto__',
  'constructor',
];

/** A table written at random. */
export function csvText(random: Seeded): string {
  return Array.from({ length: random.whole(60) }, () => random.one(pieces)).join(
    random.one(['', ';', ',', '\t', '\n']),
  );
}

function jsonText(random: Seeded, depth: number): string {
  switch (depth > 6 ? 0 : random.whole(5)) {
    case 1:
      return `[${Array.from({ length: random.whole(5) }, () => jsonText(random, depth + 1)).join(',')}]`;
    case 2:
    case 3:
      return `{${Array.from({ length: random.whole(5) }, () => `${JSON.stringify(random.one(pieces))}:${jsonText(random, depth + 1)}`).join(',')}}`;
    case 4:
      return '['.repeat(random.whole(3_000));
    default:
      return random.one(['null', 'true', '1e999', '-0', '"\\ud800"', JSON.stringify(random.one(pieces)), 'NaN', '']);
  }
}

/** The text in some encoding, some of its bytes changed, sometimes cut short. */
export function mangled(random: Seeded, text: string): Uint8Array {
  const encoding = random.one(['utf8', 'latin1', 'utf16le'] as const);
  const bytes = Buffer.from(text, encoding);
  for (let hits = random.whole(4); hits > 0 && bytes.length > 0; hits--)
    bytes[random.whole(bytes.length)] = random.whole(256);
  return new Uint8Array(random.chance(0.1) ? bytes.subarray(0, random.whole(bytes.length + 1)) : bytes);
}

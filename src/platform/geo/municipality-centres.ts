import { readFileSync } from 'node:fs';
import type { Point } from './point.ts';

/** Struct of arrays, little-endian: codes in base 36 sorted, then longitudes, then latitudes in 1/10,000 of a degree. */
type Centres = { codes: Int32Array; longitudes: Int32Array; latitudes: Int32Array };

const scale = 10_000;

function readCentres(): Centres {
  const bytes = readFileSync(new URL('./centres/municipality-centres.bin', import.meta.url));
  const numbers = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const count = numbers.length / 3;
  return {
    codes: numbers.subarray(0, count),
    longitudes: numbers.subarray(count, 2 * count),
    latitudes: numbers.subarray(2 * count),
  };
}

// A constant file, read the first time a centre is asked for.
let cached: Centres | undefined;

export const centreCode = (insee: string): number => Number.parseInt(insee, 36);

/** Roughly the middle of a municipality, for a sheet whose address has no point yet. */
export function municipalityCentre(insee: string): Point | undefined {
  const { codes, longitudes, latitudes } = (cached ??= readCentres());
  const wanted = centreCode(insee);
  let [low, high] = [0, codes.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const code = codes[middle] ?? 0;
    if (code === wanted) {
      return { longitude: (longitudes[middle] ?? 0) / scale, latitude: (latitudes[middle] ?? 0) / scale };
    }
    if (code < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

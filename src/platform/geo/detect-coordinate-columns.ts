import { isInFrance } from './france.ts';
import { parseAngle } from './parse-angle.ts';
import { parseCoordinates } from './parse-coordinates.ts';
import type { CoordinateOrder } from './parse-coordinates.ts';
import { projectionOfMetres } from './projections.ts';
import type { Projection } from './projections.ts';

export type CoordinateColumns =
  | {
      readonly kind: 'pair';
      readonly latitude: string;
      readonly longitude: string;
      /** Undefined: degrees of WGS 84. */
      readonly projection?: Projection;
      /** The headers say the contrary of what the values are. */
      readonly swapped: boolean;
    }
  | { readonly kind: 'single'; readonly column: string; readonly order: CoordinateOrder };

type Cells = Readonly<Record<string, unknown>>;

const latitudeWords = new Set([
  'latitude',
  'lat',
  'lati',
  'y',
  'coordy',
  'ycoord',
  'northing',
  'nord',
  'ylambert',
  'ycoordinate',
]);
const longitudeWords = new Set([
  'longitude',
  'lon',
  'lng',
  'long',
  'longi',
  'x',
  'coordx',
  'xcoord',
  'easting',
  'est',
  'xlambert',
  'xcoordinate',
]);
const sampleSize = 2_000;

const wordsOf = (header: string) =>
  header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

/** Whether a header says latitude or longitude, and what is left of it to find its twin. */
export function coordinateRole(header: string): { role: 'latitude' | 'longitude'; stem: string } | undefined {
  const words = wordsOf(header);
  const index = words.findLastIndex((word) => latitudeWords.has(word) || longitudeWords.has(word));
  const word = words[index];
  if (word === undefined) return undefined;
  return { role: latitudeWords.has(word) ? 'latitude' : 'longitude', stem: words.toSpliced(index, 1).join(' ') };
}

const isFilled = (value: unknown) => value !== null && value !== undefined && value !== '';

type PairReading = Extract<CoordinateColumns, { kind: 'pair' }> & { score: number };

/** Reads the values of a pair of columns to learn their unit and whether the headers tell the truth. */
function readPair(latitude: string, longitude: string, rows: readonly Cells[]): PairReading | undefined {
  let [filled, straight, crossed, elsewhere] = [0, 0, 0, 0];
  const projections = new Map<Projection, number>();
  for (const row of rows) {
    if (!isFilled(row[latitude]) || !isFilled(row[longitude])) continue;
    filled += 1;
    const [y, x] = [parseAngle(row[latitude]), parseAngle(row[longitude])];
    if (y === undefined || x === undefined) continue;
    if (Math.abs(x) > 180 || Math.abs(y) > 180) {
      const [given, reversed] = [projectionOfMetres(x, y), projectionOfMetres(y, x)];
      const projection = given ?? reversed;
      if (projection === undefined) continue;
      projections.set(projection, (projections.get(projection) ?? 0) + 1);
      if (given) straight += 1;
      else crossed += 1;
    } else if (isInFrance({ latitude: y, longitude: x })) straight += 1;
    else if (isInFrance({ latitude: x, longitude: y })) crossed += 1;
    else if (Math.abs(y) <= 90) elsewhere += 1;
  }
  const read = straight + crossed + elsewhere;
  if (filled === 0 || read < filled * 0.5) return undefined;
  const swapped = crossed > straight;
  const projection = [...projections].sort((a, b) => b[1] - a[1])[0];
  return {
    kind: 'pair',
    latitude: swapped ? longitude : latitude,
    longitude: swapped ? latitude : longitude,
    ...(projection && projection[1] > read / 2 ? { projection: projection[0] } : {}),
    swapped,
    score: Math.max(straight, crossed) + elsewhere * 0.2,
  };
}

function namedPairs(columns: readonly string[], rows: readonly Cells[]): PairReading[] {
  const roles = columns.map((column) => ({ column, ...coordinateRole(column) }));
  return roles
    .filter(({ role }) => role === 'latitude')
    .flatMap((latitude) => {
      const twin = roles.find(({ role, stem }) => role === 'longitude' && stem === latitude.stem);
      const reading = twin && readPair(latitude.column, twin.column, rows);
      return reading ? [reading] : [];
    });
}

function singleColumn(
  columns: readonly string[],
  rows: readonly Cells[],
): (CoordinateColumns & { score: number }) | undefined {
  let best: (CoordinateColumns & { score: number }) | undefined;
  for (const column of columns) {
    const values = rows.map((row) => row[column]).filter(isFilled);
    const texts = values.filter((value) => typeof value === 'string' || Array.isArray(value));
    if (texts.length === 0 || texts.length < values.length * 0.8) continue;
    const sound = texts.filter((text) => parseCoordinates(text) !== undefined).length;
    if (sound < texts.length * 0.7 || sound <= (best?.score ?? 0)) continue;
    best = { kind: 'single', column, order: orderOf(texts), score: sound };
  }
  return best;
}

/** Order of most of the values that fall in France in one order only. */
function orderOf(values: readonly unknown[]): CoordinateOrder {
  let latitudeFirst = 0;
  for (const value of values) {
    const [first, second] = String(value).match(/[+-]?\d+(?:[.,]\d+)?/g) ?? [];
    const [a, b] = [parseAngle(first), parseAngle(second)];
    if (a === undefined || b === undefined) continue;
    const straight = isInFrance({ latitude: a, longitude: b });
    if (straight !== isInFrance({ latitude: b, longitude: a })) latitudeFirst += straight ? 1 : -1;
  }
  return latitudeFirst < 0 ? 'longitude-first' : 'latitude-first';
}

/** The way to read the values of a pair of columns the caller has chosen. */
export function readingOfPair(latitude: string, longitude: string, rows: readonly Cells[]): CoordinateColumns {
  const reading = readPair(latitude, longitude, rows.slice(0, sampleSize));
  if (!reading) return { kind: 'pair', latitude, longitude, swapped: false };
  const { score: _, ...columns } = reading;
  return columns;
}

/** The way to read the values of a single column the caller has chosen. */
export const readingOfSingle = (column: string, rows: readonly Cells[]): CoordinateColumns => ({
  kind: 'single',
  column,
  order: orderOf(
    rows
      .slice(0, sampleSize)
      .map((row) => row[column])
      .filter(isFilled),
  ),
});

/**
 * Finds which columns hold the position, from their headers and from all their values: two columns (in degrees, Lambert
 * 93 or CC42–CC50) or one. A pair is preferred to a single cell that says as much.
 */
export function detectCoordinateColumns(
  columns: readonly string[],
  rows: readonly Cells[],
): CoordinateColumns | undefined {
  const sample = rows.slice(0, sampleSize);
  const [pair] = namedPairs(columns, sample).sort((a, b) => b.score - a.score);
  const single = singleColumn(columns, sample);
  const chosen = single && (!pair || single.score > pair.score * 1.5) ? single : pair;
  if (!chosen) return undefined;
  const { score: _, ...detected } = chosen;
  return detected;
}

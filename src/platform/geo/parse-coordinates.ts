import { isInFrance } from './france.ts';
import { parseAngle } from './parse-angle.ts';
import { isOnEarth, roundedPoint } from './point.ts';
import type { Point } from './point.ts';
import { projectionOfCrs, projectionOfMetres, unproject } from './projections.ts';
import type { Projection } from './projections.ts';

export type CoordinateOrder = 'latitude-first' | 'longitude-first';

const isNowhere = (first: number, second: number) => first === 0 && second === 0;

function fromMetres(x: number, y: number, projection?: Projection): Point | undefined {
  const known = projection ?? projectionOfMetres(x, y);
  if (known === undefined) return undefined;
  const point = unproject(known, x, y);
  return isOnEarth(point) && isInFrance(point) ? roundedPoint(point) : undefined;
}

/**
 * The point of two numbers, in degrees or in metres of a French projection. When only the other order falls in France,
 * the other order is the right one.
 */
export function pointFromNumbers(
  first: number,
  second: number,
  order: CoordinateOrder,
  projection?: Projection,
): Point | undefined {
  if (isNowhere(first, second) || !Number.isFinite(first + second)) return undefined;
  if (Math.abs(first) > 180 || Math.abs(second) > 180) {
    const [x, y] = order === 'longitude-first' ? [first, second] : [second, first];
    return fromMetres(x, y, projection) ?? fromMetres(y, x, projection);
  }
  const latitudeFirst = { latitude: first, longitude: second };
  const longitudeFirst = { latitude: second, longitude: first };
  const [expected, other] =
    order === 'latitude-first' ? [latitudeFirst, longitudeFirst] : [longitudeFirst, latitudeFirst];
  if (isOnEarth(expected) && isInFrance(expected)) return roundedPoint(expected);
  if (isOnEarth(other) && isInFrance(other)) return roundedPoint(other);
  return isOnEarth(expected) ? roundedPoint(expected) : undefined;
}

const wkt = /^(?:SRID\s*=\s*(\d+)\s*;)?\s*(?:MULTI)?POINT\s*(?:ZM?|M)?\s*\(+\s*(\S{1,40})\s+([^\s)]{1,40})/i;

function fromWellKnownText(text: string): Point | undefined {
  const [, srid, x, y] = wkt.exec(text) ?? [];
  const [first, second] = [parseAngle(x), parseAngle(y)];
  if (first === undefined || second === undefined) return undefined;
  return pointFromNumbers(first, second, 'longitude-first', srid === undefined ? undefined : projectionOfCrs(srid));
}

const latitudeKeys = ['lat', 'latitude', 'y'];
const longitudeKeys = ['lon', 'lng', 'long', 'longitude', 'x'];

function fromObject(value: object): Point | undefined {
  const entries = new Map(Object.entries(value).map(([key, inside]) => [key.toLowerCase(), inside as unknown]));
  const coordinates = entries.get('coordinates') ?? entries.get('geopoint') ?? entries.get('location');
  if (Array.isArray(coordinates)) return fromList(coordinates, 'longitude-first');
  const pick = (keys: readonly string[]) =>
    parseAngle(keys.map((key) => entries.get(key)).find((found) => found !== undefined));
  const [latitude, longitude] = [pick(latitudeKeys), pick(longitudeKeys)];
  if (latitude !== undefined && longitude !== undefined) return pointFromNumbers(latitude, longitude, 'latitude-first');
  return typeof coordinates === 'object' && coordinates !== null ? fromObject(coordinates) : undefined;
}

function fromList(list: readonly unknown[], order: CoordinateOrder): Point | undefined {
  const [first, second] = [parseAngle(list[0]), parseAngle(list[1])];
  return first === undefined || second === undefined ? undefined : pointFromNumbers(first, second, order);
}

function fromJson(text: string): Point | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return fromList(value, 'longitude-first');
    return typeof value === 'object' && value !== null ? fromObject(value) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const number = String.raw`[+-]?\d{1,9}(?:\.\d+)?(?:e[+-]?\d{1,3})?`;
const commaNumber = String.raw`[+-]?\d{1,9}(?:,\d+)?`;
const pointPair = new RegExp(String.raw`^\(?\s*(${number})\s*[,;/|\s]\s*(${number})\s*\)?$`, 'i');
const commaPair = new RegExp(String.raw`^\(?\s*(${commaNumber})\s*(?:[;/|]|,\s|\s)\s*(${commaNumber})\s*\)?$`);
const labelled = /^(?:geo:|lat(?:itude)?\s*[:=]\s*)/i;
const hemispheres = /^([^NS]{3,30}[NS])[\s,;]*([^EWO]{3,30}[EWO])$/i;

function fromText(text: string, order: CoordinateOrder): Point | undefined {
  const bare = text
    .replace(labelled, '')
    .replace(/[,;\s]*lon(?:g(?:itude)?)?\s*[:=]|[,;\s]*lng\s*[:=]/i, ' ')
    .replace(/^\[|\]$/g, '')
    .trim();
  const pair = pointPair.exec(bare) ?? commaPair.exec(bare) ?? hemispheres.exec(bare);
  if (!pair) return undefined;
  const said = labelled.test(text) || /[NS]/i.test(pair[1] ?? '');
  return fromList([pair[1], pair[2]], said ? 'latitude-first' : order);
}

/**
 * The point held by one cell: « 48.1, -1.6 », « 48,1 ; -1,6 », degrees-minutes-seconds, WKT and EWKT, GeoJSON,
 * `{lat, lon}`, or metres of Lambert 93. Text without labels is read in the given order unless only the other one falls
 * in France.
 */
export function parseCoordinates(value: unknown, order: CoordinateOrder = 'latitude-first'): Point | undefined {
  if (Array.isArray(value)) return fromList(value, order);
  if (typeof value === 'object' && value !== null) return fromObject(value);
  if (typeof value !== 'string' || value.length > 500) return undefined;
  const text = value.trim();
  if (/^[[{]/.test(text)) return fromJson(text) ?? fromText(text, order);
  return fromWellKnownText(text) ?? fromText(text, order);
}

/** The point of two cells said to be a latitude and a longitude, or a northing and an easting. */
export function parseCoordinatePair(latitude: unknown, longitude: unknown, projection?: Projection): Point | undefined {
  const [first, second] = [parseAngle(latitude), parseAngle(longitude)];
  if (first === undefined || second === undefined) return undefined;
  return pointFromNumbers(first, second, 'latitude-first', projection);
}

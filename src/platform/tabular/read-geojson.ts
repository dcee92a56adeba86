import { isObject } from './flatten-record.ts';
import type { JsonObject } from './flatten-record.ts';
import { projectionOfCrs, unproject } from '#platform/geo/projections.ts';

const isFeature = (value: unknown): value is JsonObject =>
  isObject(value) && value['type'] === 'Feature' && ('geometry' in value || 'properties' in value);

/** Features of a GeoJSON document, or nothing when the document is something else. */
export function geojsonFeatures(
  document: unknown,
): { features: readonly JsonObject[]; crs: string | undefined } | undefined {
  if (isFeature(document)) return { features: [document], crs: undefined };
  const list = isObject(document) ? document['features'] : document;
  if (!Array.isArray(list) || list.length === 0 || !list.some(isFeature)) return undefined;
  return { features: list.filter(isFeature), crs: isObject(document) ? crsName(document['crs']) : undefined };
}

/** Name of the coordinate system of the 2008 specification, still written by desktop programs. */
function crsName(crs: unknown): string | undefined {
  if (!isObject(crs) || !isObject(crs['properties'])) return undefined;
  const { name, code } = crs['properties'];
  if (typeof name === 'string') return name;
  return typeof code === 'number' ? `EPSG:${code}` : undefined;
}

type Position = readonly [number, number];

function* positionsIn(coordinates: unknown, depth = 0): Generator<Position> {
  if (!Array.isArray(coordinates) || depth > 5) return;
  if (typeof coordinates[0] === 'number' && typeof coordinates[1] === 'number') {
    yield [coordinates[0], coordinates[1]];
    return;
  }
  for (const part of coordinates) yield* positionsIn(part, depth + 1);
}

/** A point as it stands; the middle of the bounding box of any other shape. */
function middleOf(geometry: unknown): Position | undefined {
  if (!isObject(geometry)) return undefined;
  const shapes = Array.isArray(geometry['geometries']) ? geometry['geometries'] : [geometry];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const shape of shapes) {
    for (const [x, y] of positionsIn(isObject(shape) ? shape['coordinates'] : undefined)) {
      [west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
    }
  }
  return west <= east && south <= north ? [(west + east) / 2, (south + north) / 2] : undefined;
}

/** A feature as a flat record, with `geometry.longitude` and `geometry.latitude` in degrees. */
export function featureRecord(feature: JsonObject, crs: string | undefined): JsonObject {
  const properties = isObject(feature['properties']) ? feature['properties'] : {};
  const id = feature['id'];
  const middle = middleOf(feature['geometry']);
  const projection = crs === undefined ? undefined : projectionOfCrs(crs);
  const point =
    middle &&
    (projection ? unproject(projection, middle[0], middle[1]) : { longitude: middle[0], latitude: middle[1] });
  return Object.fromEntries([
    ...(id === undefined || id === null || isObject(id)
      ? []
      : [['properties' in feature && 'id' in properties ? 'feature.id' : 'id', id] as const]),
    ...Object.entries(properties),
    ...(point
      ? ([
          ['geometry.longitude', point.longitude],
          ['geometry.latitude', point.latitude],
        ] as const)
      : []),
  ]);
}

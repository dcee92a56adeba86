import { readFileSync } from 'node:fs';
import type { Feature, FeatureCollection, MultiPolygon } from 'geojson';
import type { Bounds } from '../point.ts';
import { decodeArc } from './shapes.ts';
import type { EncodedOutlines } from './shapes.ts';

export type OutlineProperties = {
  readonly code: string;
  readonly name: string;
  readonly kind: 'municipality' | 'department';
};
export type OutlineFeature = Feature<MultiPolygon, OutlineProperties> & { bbox: [number, number, number, number] };
export type OutlineCollection = FeatureCollection<MultiPolygon, OutlineProperties>;

type Layer = 'municipalities-bretagne' | 'departments';

function readLayer(layer: Layer): OutlineFeature[] {
  const { scale, arcs, shapes } = JSON.parse(
    readFileSync(new URL(`./${layer}.json`, import.meta.url), 'utf8'),
  ) as EncodedOutlines;
  const decoded = arcs.map((arc) => decodeArc(arc, scale));
  const lineOf = (arc: number) => (arc < 0 ? (decoded[~arc] ?? []).toReversed() : (decoded[arc] ?? []));
  const ringOf = (ring: readonly number[]) =>
    ring.flatMap((arc, index) => (index === 0 ? lineOf(arc) : lineOf(arc).slice(1)));
  return shapes.map(([code, name, polygons]) => {
    const coordinates = polygons.map((rings) => rings.map(ringOf));
    return {
      type: 'Feature',
      id: code,
      bbox: boxOf(coordinates.flat(2)),
      properties: { code, name, kind: layer === 'departments' ? 'department' : 'municipality' },
      geometry: { type: 'MultiPolygon', coordinates },
    };
  });
}

function boxOf(positions: readonly (readonly number[])[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of positions) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

const meets = (a: readonly number[], b: readonly number[]) =>
  (a[0] ?? 0) <= (b[2] ?? 0) && (a[2] ?? 0) >= (b[0] ?? 0) && (a[1] ?? 0) <= (b[3] ?? 0) && (a[3] ?? 0) >= (b[1] ?? 0);

// Constant files, decoded the first time a map is drawn.
const cached = new Map<Layer, OutlineFeature[]>();

function layerOf(layer: Layer): OutlineFeature[] {
  const known = cached.get(layer);
  if (known) return known;
  const read = readLayer(layer);
  cached.set(layer, read);
  return read;
}

const isBounds = (place: Bounds | readonly string[]): place is Bounds => typeof place[0] === 'number';

/**
 * Outlines of the municipalities that meet a box or bear these INSEE codes, where they are known (Bretagne). Simplified
 * for a background: not for measuring.
 */
export function outlinesFor(place: Bounds | readonly string[]): OutlineCollection {
  const all = layerOf('municipalities-bretagne');
  if (isBounds(place)) return { type: 'FeatureCollection', features: all.filter(({ bbox }) => meets(bbox, place)) };
  const codes = new Set(place);
  return { type: 'FeatureCollection', features: all.filter(({ properties }) => codes.has(properties.code)) };
}

/** Outlines of the départements of mainland France that meet a box: the background where municipalities are not known. */
export function departmentOutlines(bounds?: Bounds): OutlineCollection {
  const all = layerOf('departments');
  return { type: 'FeatureCollection', features: bounds ? all.filter(({ bbox }) => meets(bbox, bounds)) : all };
}

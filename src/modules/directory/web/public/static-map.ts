import { departmentOutlines, outlinesFor, type OutlineCollection } from '#platform/geo/index.ts';
import { boundsOf, mapView, placeKey, type Viewport } from '../../queries/index/clusters.ts';
import type { DirectoryFilters } from '../../queries/index/directory-filters.ts';
import { remembered, type DirectorySnapshot } from '../../queries/index/directory-snapshot.ts';

const width = 560;
const height = 640;
const mostOutlines = 420;
const mostDrawn = 90;

/** The part of the world a map opens on: the points with some air around, else France. */
export function openingView(snapshot: DirectorySnapshot, filters: DirectoryFilters): Viewport {
  return framed(boundsOf(snapshot, filters) ?? [-4.8, 42.3, 8.2, 51.1]);
}

/**
 * The map as a drawing of the server: outlines and points, for who has no script and until the real one is there.
 * Returns an `<svg>` hidden from assistive technology: the list beside it says the same.
 */
export function staticMap(snapshot: DirectorySnapshot, filters: DirectoryFilters): string {
  return remembered(snapshot.kept<string>('drawings'), placeKey(filters), () => {
    const view = openingView(snapshot, filters);
    return draw(view, pointsOf(snapshot, filters, view));
  });
}

// Pure drawings of their point, so nothing has to clear them.
const places = new Map<string, string>();
const mostPlaces = 300;

/** A small map of one place among its municipalities. */
export function placeMap(lon: number, lat: number): string {
  const key = `${lon} ${lat}`;
  let drawn = places.get(key);
  if (drawn === undefined) {
    drawn = draw(framed([lon - 0.09, lat - 0.05, lon + 0.09, lat + 0.05]), [{ lon, lat, count: 1 }]);
    places.set(key, drawn);
    if (places.size > mostPlaces) places.delete(places.keys().next().value as string);
  }
  return drawn;
}

/** A map of these points, drawn as the directory's: places that hold several are told by their number. */
export function staticMapOfPoints(points: readonly Drawn[]): string {
  return draw(viewOfPoints(points), points.slice(0, mostDrawn));
}

/** The part of the world that these points open on. */
export function viewOfPoints(points: readonly Drawn[]): Viewport {
  const [lons, lats] = [points.map(({ lon }) => lon), points.map(({ lat }) => lat)];
  const [west, south, east, north] = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
  // The frame it is shown in may cut its sides.
  const [aside, above] = [(east - west) * 0.25, (north - south) * 0.1];
  const box: Viewport = [west - aside, south - above, east + aside, north + above];
  return framed(points.length > 0 ? box : [-4.8, 42.3, 8.2, 51.1]);
}

/** Where, and how many are there. */
export interface Drawn {
  lon: number;
  lat: number;
  count: number;
}

function pointsOf(snapshot: DirectorySnapshot, filters: DirectoryFilters, view: Viewport): Drawn[] {
  const zoom = Math.floor(Math.log2((360 * width) / 512 / (view[2] - view[0])));
  const { groups, points } = mapView(snapshot, filters, view, zoom);
  return [
    ...groups.map(([lon, lat, count]) => ({ lon, lat, count })),
    ...points.map(([lon, lat]) => ({ lon, lat, count: 1 })),
  ]
    .sort((a, b) => b.count - a.count)
    .slice(0, mostDrawn);
}

function draw(view: Viewport, points: readonly Drawn[]): string {
  const at = projection(view);
  const { country, land } = background(view);
  const drawn = `<g class="map-country">${outlines(country, at)}</g><g class="map-land">${outlines(land, at)}</g>`;
  const marks = points.map(({ lon, lat, count }) => mark(at(lon, lat), count)).join('');
  return `<svg class="map-drawing" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMid slice" aria-hidden="true">${drawn}${marks}</svg>`;
}

function outlines({ features }: OutlineCollection, at: Projection): string {
  const d = features
    .flatMap((feature) => feature.geometry.coordinates.map((rings) => path(rings[0] ?? [], at)))
    .join('');
  return d === '' ? '' : `<path d="${d}"/>`;
}

function mark([x, y]: readonly [number, number], count: number): string {
  if (count === 1) return `<circle class="map-point" cx="${x}" cy="${y}" r="8"/>`;
  const radius = Math.round(15 + Math.log2(count) * 2.6);
  return `<circle class="map-point" cx="${x}" cy="${y}" r="${radius}"/><text class="map-count" x="${x}" y="${y + 5}">${count}</text>`;
}

/**
 * Municipalities when the view is of a territory, over the départements so that land whose municipalities are not known
 * is not taken for the sea; départements alone when the view is wider.
 */
function background(view: Viewport): { country: OutlineCollection; land: OutlineCollection } {
  const country = departmentOutlines(view);
  const municipalities = view[2] - view[0] < 2.5 ? outlinesFor(view) : null;
  if (municipalities && municipalities.features.length > 0 && municipalities.features.length <= mostOutlines)
    return { country, land: municipalities };
  return { country: { ...country, features: [] }, land: country };
}

type Projection = (lon: number, lat: number) => [number, number];

function mercator(lat: number): number {
  return Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
}

function projection(view: Viewport): Projection {
  const [west, south, east, north] = view;
  const [top, bottom] = [mercator(north), mercator(south)];
  return (lon, lat) => [
    Math.round(((lon - west) / (east - west)) * width),
    Math.round(((top - mercator(lat)) / (top - bottom)) * height),
  ];
}

const edge = 6;

/** What lies beyond the drawing is folded on its edge: it is not seen, and then takes no room. */
function drawnOn([x, y]: readonly [number, number]): [number, number] {
  return [Math.min(width + edge, Math.max(-edge, x)), Math.min(height + edge, Math.max(-edge, y))];
}

type Point = readonly [number, number];

/** The shortest step drawn, in pixels; corners stand on every fourth, so that steps are short to write. */
const [step, grid] = [24, 4];

const onGrid = ([x, y]: Point): Point => [Math.round(x / grid) * grid, Math.round(y / grid) * grid];

/** Steps that do not move or go straight on left out: an outline takes eighty bytes. */
function path(ring: readonly (readonly number[])[], at: Projection): string {
  const corners: Point[] = [];
  for (const [lon = 0, lat = 0] of ring) {
    const here = drawnOn(onGrid(at(lon, lat)));
    const [before, last] = [corners.at(-2), corners.at(-1)];
    if (last && Math.abs(here[0] - last[0]) + Math.abs(here[1] - last[1]) < step) continue;
    if (before && last && areInLine(before, last, here)) corners.pop();
    corners.push(here);
  }
  const [first, ...others] = corners;
  if (!first || others.length < 2) return '';
  return `M${first.join(' ')}l${steps(first, others)}z`;
}

/** Along a row or a column: all that was folded on one edge. */
const areInLine = (one: Point, two: Point, three: Point): boolean =>
  (one[0] === two[0] && two[0] === three[0]) || (one[1] === two[1] && two[1] === three[1]);

/** From each point to the next, without the spaces that a minus sign spares. */
function steps(first: Point, others: readonly Point[]): string {
  let [lastX, lastY] = first;
  return others
    .map(([x, y]) => {
      const said = `${x - lastX} ${y - lastY}`;
      [lastX, lastY] = [x, y];
      return said;
    })
    .join(' ')
    .replaceAll(' -', '-');
}

/** The box with a margin, stretched to the shape of the drawing. */
function framed([west, south, east, north]: Viewport): Viewport {
  const [middleX, middleY] = [(west + east) / 2, (mercator(south) + mercator(north)) / 2];
  const half = Math.max(
    (east - west) * 0.58,
    (((mercator(north) - mercator(south)) * 180) / Math.PI) * 0.58 * (width / height),
    0.02,
  );
  const tall = ((half * height) / width) * (Math.PI / 180);
  const degrees = (y: number): number => (360 / Math.PI) * (Math.atan(Math.exp(y)) - Math.PI / 4);
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  return [round(middleX - half), round(degrees(middleY - tall)), round(middleX + half), round(degrees(middleY + tall))];
}

import { createHash } from 'node:crypto';
import Supercluster, { type ClusterProperties } from 'supercluster';
import { isIn } from './bitset.ts';
import { hueAt, nameAt, slugAt } from './directory-columns.ts';
import { filtersKey, isUnfiltered, type DirectoryFilters } from './directory-filters.ts';
import { remembered, type DirectorySnapshot } from './directory-snapshot.ts';

/** What the map shows in a viewport: never more than a few hundred things, whatever lies behind. */
export interface MapView {
  /** Longitude, latitude, how many, and the zoom at which it opens (0: never, they stand at the same place). */
  readonly groups: readonly (readonly [number, number, number, number])[];
  /** Longitude, latitude, name, end of the address, colour. */
  readonly points: readonly (readonly [number, number, string, string, string | null])[];
}

export type Viewport = readonly [west: number, south: number, east: number, north: number];

type Clusters = Supercluster;

const deepest = 16;
const mostThings = 260;
const mostClusterings = 4;
// In tiles of 512 pixels: no screen shows more of the world at a given zoom.
const widestScreen = 8;

/** Groups and points of a viewport. Drops to a coarser grouping rather than send too much. */
export function mapView(
  snapshot: DirectorySnapshot,
  filters: DirectoryFilters,
  viewport: Viewport,
  zoom: number,
): MapView {
  const clusters = clustersOf(snapshot, filters);
  const width = Math.max(viewport[2] - viewport[0], 1e-6);
  const sharpest = Math.floor(Math.log2((360 * widestScreen) / width));
  for (let at = Math.max(0, Math.min(deepest, sharpest, Math.round(zoom))); ; at--) {
    const found = clusters.getClusters([...viewport] as [number, number, number, number], at);
    if (found.length <= mostThings || at === 0) return describe(snapshot, clusters, found.slice(0, mostThings));
  }
}

/** The smallest box that holds every point of the selection; null when none has a point. */
export function boundsOf(snapshot: DirectorySnapshot, filters: DirectoryFilters): Viewport | null {
  return remembered(snapshot.kept<{ box: Viewport | null }>('bounds'), placeKey(filters), () => {
    const { columns } = snapshot;
    const { rows } = snapshot.select(filters);
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let row = 0; row < columns.size; row++) {
      const [lon = Number.NaN, lat = Number.NaN] = [columns.lon[row], columns.lat[row]];
      if (Number.isNaN(lon) || !isIn(rows, row)) continue;
      [west, south, east, north] = [
        Math.min(west, lon),
        Math.min(south, lat),
        Math.max(east, lon),
        Math.max(north, lat),
      ];
    }
    return { box: west <= east ? ([west, south, east, north] as const) : null };
  }).box;
}

function clustersOf(snapshot: DirectorySnapshot, filters: DirectoryFilters): Clusters {
  return remembered(
    snapshot.kept<Clusters>('clusters'),
    placeKey(filters),
    () => cluster(snapshot, filters),
    mostClusterings,
  );
}

/** The same text for filters that leave the same points. */
export function placeKey(filters: DirectoryFilters): string {
  if (isUnfiltered(filters)) return '';
  const around = filters.near?.within == null ? '' : `${filters.near.lon},${filters.near.lat},${filters.near.within}`;
  return `${filtersKey(filters)} ${around} ${filters.found ? fingerprint(filters.found) : ''}`;
}

// Thousands of ids would be kept as long as the drawing they name.
function fingerprint(ids: readonly string[]): string {
  return createHash('sha256').update(ids.join()).digest('base64url');
}

function cluster(snapshot: DirectorySnapshot, filters: DirectoryFilters): Clusters {
  const { columns } = snapshot;
  const { rows } = snapshot.select(filters);
  const placed: number[] = [];
  for (let row = 0; row < columns.size; row++) if (!Number.isNaN(columns.lon[row]) && isIn(rows, row)) placed.push(row);
  // The library reads each point once and keeps its numbers only: one object serves for all of them.
  const position = [0, 0];
  const point = { type: 'Feature', properties: 0, geometry: { type: 'Point', coordinates: position } };
  const points = {
    length: placed.length,
    *[Symbol.iterator]() {
      for (const row of placed) {
        position[0] = columns.lon[row] ?? 0;
        position[1] = columns.lat[row] ?? 0;
        point.properties = row;
        yield point;
      }
    },
  };
  return new Supercluster({ maxZoom: deepest, radius: 56, minPoints: 2 }).load(points as never);
}

type Found = ReturnType<Clusters['getClusters']>[number];

function describe(snapshot: DirectorySnapshot, clusters: Clusters, found: readonly Found[]): MapView {
  const groups: [number, number, number, number][] = [];
  const points: [number, number, string, string, string | null][] = [];
  for (const { geometry, properties: given } of found) {
    // A point's properties are what `cluster` gave: its row number.
    const properties = given as unknown as number | ClusterProperties;
    const [lon, lat] = [rounded(geometry.coordinates[0]), rounded(geometry.coordinates[1])];
    if (typeof properties === 'number') {
      const { columns } = snapshot;
      points.push([lon, lat, nameAt(columns, properties), slugAt(columns, properties), hueAt(columns, properties)]);
    } else {
      const opens = clusters.getClusterExpansionZoom(properties.cluster_id);
      groups.push([lon, lat, properties.point_count, opens > deepest ? 0 : opens]);
    }
  }
  return { groups, points };
}

// Five decimals are about a metre.
function rounded(degrees: number | undefined): number {
  return Math.round((degrees ?? 0) * 1e5) / 1e5;
}

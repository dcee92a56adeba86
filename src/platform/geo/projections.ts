import proj4 from 'proj4';
import type { Point } from './point.ts';

/** Projected systems of mainland France: Lambert 93 and the nine conic zones CC42 to CC50. */
export type Projection = 'EPSG:2154' | `EPSG:${3942 | 3943 | 3944 | 3945 | 3946 | 3947 | 3948 | 3949 | 3950}`;

const ellipsoid = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';
const lambert93 = `+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 ${ellipsoid}`;

const zoneOf = (projection: Projection) => Number(projection.slice(5)) - 3900;

function definition(projection: Projection): string {
  if (projection === 'EPSG:2154') return lambert93;
  const zone = zoneOf(projection);
  const northing = (zone - 41) * 1_000_000 + 200_000;
  return `+proj=lcc +lat_1=${zone - 0.75} +lat_2=${zone + 0.75} +lat_0=${zone} +lon_0=3 +x_0=1700000 +y_0=${northing} ${ellipsoid}`;
}

/** The projection named by a `crs` member or an `EPSG:` code; undefined for WGS 84 and for those not handled. */
export function projectionOfCrs(crs: string): Projection | undefined {
  const code = Number(/(\d{4,5})\D*$/.exec(crs)?.[1]);
  return code === 2154 || (code >= 3942 && code <= 3950) ? (`EPSG:${code}` as Projection) : undefined;
}

/** The projection in which a pair of metres falls inside mainland France, recognised by its false origin. */
export function projectionOfMetres(x: number, y: number): Projection | undefined {
  if (x >= 80_000 && x <= 1_270_000 && y >= 6_030_000 && y <= 7_150_000) return 'EPSG:2154';
  const zone = Math.round((y - 200_000) / 1_000_000) + 41;
  const within = Math.abs(y - ((zone - 41) * 1_000_000 + 200_000)) < 250_000;
  return x >= 1_000_000 && x <= 2_400_000 && zone >= 42 && zone <= 50 && within
    ? (`EPSG:${3900 + zone}` as Projection)
    : undefined;
}

/** A pair of metres as a point in degrees. */
export function unproject(projection: Projection, x: number, y: number): Point {
  const [longitude = NaN, latitude = NaN] = proj4(definition(projection), 'WGS84', [x, y]);
  return { longitude, latitude };
}

/** A point as a pair of metres of the given projection. */
export function project(projection: Projection, { longitude, latitude }: Point): { x: number; y: number } {
  const [x = NaN, y = NaN] = proj4('WGS84', definition(projection), [longitude, latitude]);
  return { x, y };
}

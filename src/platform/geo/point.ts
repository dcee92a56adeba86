/** A place on Earth, in degrees of WGS 84. */
export type Point = { readonly longitude: number; readonly latitude: number };

/** West, south, east, north, in degrees: the order of GeoJSON's `bbox`. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Six decimals are about ten centimetres: more would be noise. */
export const roundedPoint = ({ longitude, latitude }: Point): Point => ({
  longitude: Math.round(longitude * 1e6) / 1e6,
  latitude: Math.round(latitude * 1e6) / 1e6,
});

export const isOnEarth = ({ longitude, latitude }: Point): boolean =>
  Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;

export const isWithin = ({ longitude, latitude }: Point, [west, south, east, north]: Bounds): boolean =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north;

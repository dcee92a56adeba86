import type { MapAnswer } from './map-marks.ts';

/** A place that the page itself tells: longitude, latitude, its words, end of its address. */
export type ToldPlace = readonly [number, number, string, string];

const apart = 44;
const tile = 512;

/** Groups and points of a view, from places that all came with the page: those too near to be told apart make a group. */
export function answerFromPlaces(
  places: readonly ToldPlace[],
  [west, south, east, north]: readonly [number, number, number, number],
  zoom: number,
): MapAnswer {
  const cell = (360 * apart) / (tile * 2 ** Math.floor(zoom));
  const inView = places.filter(([lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north);
  const cells = Map.groupBy(inView, ([lon, lat]) => `${Math.floor(lon / cell)} ${Math.floor(lat / cell)}`);
  const answer: MapAnswer = { groups: [], points: [] };
  for (const near of cells.values()) {
    const [first] = near;
    if (near.length === 1 && first) answer.points.push([...first, null]);
    else {
      const mean = (at: 0 | 1): number => near.reduce((sum, one) => sum + one[at], 0) / near.length;
      answer.groups.push([mean(0), mean(1), near.length, Math.floor(zoom) + 2]);
    }
  }
  return answer;
}

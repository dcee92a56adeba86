/**
 * Writes the compact geography of `src/platform/geo` from open files: centres of municipalities and outlines.
 * Usage: node tools/make-geography.ts [folder of the sources, default ../shared/data/reference]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { parse } from 'csv-parse/sync';
import { municipalityByInsee } from '../src/platform/geo/municipalities.ts';
import { centreCode } from '../src/platform/geo/municipality-centres.ts';
import { encodeArc } from '../src/platform/geo/outlines/shapes.ts';
import type { EncodedOutlines, Step } from '../src/platform/geo/outlines/shapes.ts';

const project = new URL('..', import.meta.url).pathname;
const sources = process.argv[2] ?? join(project, '../shared/data/reference');
const output = join(project, 'src/platform/geo');

function makeCentres(): void {
  const rows: string[][] = parse(readFileSync(join(sources, 'laposte-hexasmal-39192.csv')), {
    delimiter: ';',
    from_line: 2,
    bom: true,
    relax_column_count: true,
  });
  const sums = new Map<string, { longitude: number; latitude: number; count: number }>();
  for (const row of rows) {
    const [latitude, longitude] = (row[5] ?? '').split(',').map(Number);
    if (!latitude || !longitude) continue;
    const given = row[0] ?? '';
    // Districts of Paris, Lyon and Marseille and absorbed municipalities also give the centre of the one of today.
    for (const code of new Set([given, municipalityByInsee(given)?.insee ?? given])) {
      const sum = sums.get(code) ?? { longitude: 0, latitude: 0, count: 0 };
      sums.set(code, { longitude: sum.longitude + longitude, latitude: sum.latitude + latitude, count: sum.count + 1 });
    }
  }
  const centres = [...sums]
    .map(([code, { longitude, latitude, count }]) => ({
      code: centreCode(code),
      longitude: Math.round((longitude / count) * 10_000),
      latitude: Math.round((latitude / count) * 10_000),
    }))
    .sort((a, b) => a.code - b.code);
  const numbers = new Int32Array([
    ...centres.map(({ code }) => code),
    ...centres.map(({ longitude }) => longitude),
    ...centres.map(({ latitude }) => latitude),
  ]);
  writeFileSync(join(output, 'centres/municipality-centres.bin'), new Uint8Array(numbers.buffer));
  console.log(`centres: ${centres.length}, ${numbers.byteLength} bytes`);
}

type Source = FeatureCollection<Polygon | MultiPolygon, { code: string; nom: string }>;

const keyOf = ([x, y]: Step) => `${x},${y}`;

/** Rings on an integer grid, without the repeated last point. */
const gridRing = (ring: readonly (readonly number[])[], scale: number): Step[] =>
  ring
    .map(([x = 0, y = 0]): Step => [Math.round(x * scale), Math.round(y * scale)])
    .filter((point, index, all) => keyOf(point) !== keyOf(all[(index + 1) % all.length] ?? point));

/** Points where borders meet or part: their neighbours differ from one ring to another. */
function findJunctions(rings: readonly Step[][]): Set<string> {
  const neighbours = new Map<string, string>();
  const junctions = new Set<string>();
  for (const ring of rings) {
    for (const [index, point] of ring.entries()) {
      const [before, after] = [ring.at(index - 1), ring[(index + 1) % ring.length]];
      const pair = [before, after]
        .map((step) => (step ? keyOf(step) : ''))
        .sort()
        .join(' ');
      const known = neighbours.get(keyOf(point));
      if (known === undefined) neighbours.set(keyOf(point), pair);
      else if (known !== pair) junctions.add(keyOf(point));
    }
  }
  return junctions;
}

/** Cuts a ring at its junctions; a ring without any starts at its smallest point so that its twin is the same. */
function cutRing(ring: readonly Step[], junctions: ReadonlySet<string>): Step[][] {
  const isCut = (point: Step) => junctions.has(keyOf(point));
  const start = ring.some(isCut)
    ? ring.findIndex(isCut)
    : ring.reduce((least, point, index) => (keyOf(point) < keyOf(ring[least] ?? point) ? index : least), 0);
  const turned = [...ring.slice(start), ...ring.slice(0, start + 1)];
  const arcs: Step[][] = [];
  let arc: Step[] = [];
  for (const [index, point] of turned.entries()) {
    arc.push(point);
    if (index > 0 && (isCut(point) || index === turned.length - 1)) {
      arcs.push(arc);
      arc = [point];
    }
  }
  return arcs;
}

/** Squared distance from a point to a segment, longitudes shortened as at 48° north. */
function squaredDistance([px, py]: Step, [ax, ay]: Step, [bx, by]: Step): number {
  const shortening = 0.67;
  const [dx, dy] = [(bx - ax) * shortening, by - ay];
  const [qx, qy] = [(px - ax) * shortening, py - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, (qx * dx + qy * dy) / length));
  return (qx - along * dx) ** 2 + (qy - along * dy) ** 2;
}

/** Douglas and Peucker: keeps the points that matter, ends included. A closed arc keeps at least a triangle. */
function simplify(arc: readonly Step[], tolerance: number): Step[] {
  const kept = new Set([0, arc.length - 1]);
  const closed = arc.length > 3 && keyOf(arc[0] ?? [0, 0]) === keyOf(arc.at(-1) ?? [0, 0]);
  if (closed) for (const third of [1, 2]) kept.add(Math.floor((arc.length * third) / 3));
  const anchors = [...kept].sort((a, b) => a - b);
  const visit = (from: number, to: number): void => {
    const [start, end] = [arc[from], arc[to]];
    if (!start || !end) return;
    let [farthest, distance] = [-1, tolerance ** 2];
    for (let index = from + 1; index < to; index += 1) {
      const point = arc[index];
      const away = point ? squaredDistance(point, start, end) : 0;
      if (away > distance) [farthest, distance] = [index, away];
    }
    if (farthest < 0) return;
    kept.add(farthest);
    visit(from, farthest);
    visit(farthest, to);
  };
  anchors.slice(1).forEach((end, index) => visit(anchors[index] ?? 0, end));
  return arc.filter((_, index) => kept.has(index));
}

function makeOutlines(source: string, target: string, scale: number, tolerance: number): void {
  const { features } = JSON.parse(readFileSync(join(sources, source), 'utf8')) as Source;
  // 1e5 is the precision of the sources: the same border has the same points in both neighbours.
  const fine = 100_000;
  const shapes = features.map(({ properties, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return { properties, polygons: polygons.map((rings) => rings.map((ring) => gridRing(ring, fine))) };
  });
  const junctions = findJunctions(shapes.flatMap(({ polygons }) => polygons.flat()));
  const arcs: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (arc: Step[]): number => {
    const [forward, backward] = [arc.map(keyOf).join(' '), arc.toReversed().map(keyOf).join(' ')];
    const known = numbers.get(forward);
    if (known !== undefined) return known;
    const coarse = simplify(arc, tolerance * fine).map(([x, y]): Step => [
      Math.round((x / fine) * scale),
      Math.round((y / fine) * scale),
    ]);
    arcs.push(encodeArc(coarse));
    numbers.set(forward, arcs.length - 1);
    if (backward !== forward) numbers.set(backward, ~(arcs.length - 1));
    return arcs.length - 1;
  };
  const encoded: EncodedOutlines = {
    scale,
    shapes: shapes
      .map(
        ({ properties, polygons }) =>
          [
            properties.code,
            properties.nom,
            polygons.map((rings) => rings.map((ring) => cutRing(ring, junctions).map(numberOf))),
          ] as const,
      )
      .sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    arcs,
  };
  const text = JSON.stringify(encoded);
  writeFileSync(join(output, 'outlines', target), `${text}\n`);
  console.log(`${target}: ${shapes.length} shapes, ${arcs.length} arcs, ${text.length} bytes`);
}

makeCentres();
makeOutlines('communes-bretagne-2018.geojson', 'municipalities-bretagne.json', 10_000, 0.0006);
makeOutlines('departements-simplifies-2018.geojson', 'departments.json', 1_000, 0.004);

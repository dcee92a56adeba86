import { expect, test } from 'vitest';
import { placeMap } from './static-map.ts';

/** Corners of each outline, in pixels. */
function outlinesOf(svg: string): [number, number][][] {
  const paths = [...svg.matchAll(/<path d="([^"]*)"/g)].map(([, d = '']) => d);
  return paths
    .flatMap((d) => d.split('z'))
    .filter((d) => d !== '')
    .map((d) => {
      const numbers = [...d.matchAll(/-?\d+/g)].map(Number);
      let [x, y] = [0, 0];
      return Array.from({ length: numbers.length / 2 }, (_, rank): [number, number] => {
        x += numbers[rank * 2] ?? 0;
        y += numbers[rank * 2 + 1] ?? 0;
        return [x, y];
      });
    });
}

test('the still map draws nothing beyond its edge, no point along a line, and one path a layer', () => {
  const svg = placeMap(-1.95, 47.75);
  const outlines = outlinesOf(svg);
  expect(outlines.length).toBeGreaterThan(3);
  expect(svg.match(/<path /g)?.length).toBeLessThanOrEqual(2);
  for (const corners of outlines) {
    expect(corners.length).toBeGreaterThan(2);
    for (const [rank, [x, y]] of corners.entries()) {
      expect(x >= -6 && x <= 566 && y >= -6 && y <= 646, `${x} ${y}`).toBe(true);
      const [one, two] = [corners[rank - 1], corners[rank - 2]];
      if (!one || !two) continue;
      expect((x === one[0] && one[0] === two[0]) || (y === one[1] && one[1] === two[1])).toBe(false);
    }
  }
});

/** A shape of the file: its code, its name, and its polygons as rings of arc numbers (−1 − n: arc n backwards). */
export type EncodedShape = readonly [code: string, name: string, polygons: readonly (readonly (readonly number[])[])[]];

/** Shared borders stored once, as in TopoJSON, each drawn by Google's « encoded polyline » steps. */
export type EncodedOutlines = {
  readonly scale: number;
  readonly arcs: readonly string[];
  readonly shapes: readonly EncodedShape[];
};

export type Step = readonly [x: number, y: number];

function encodeNumber(value: number): string {
  let rest = value < 0 ? ~(value << 1) : value << 1;
  let text = '';
  while (rest >= 0x20) {
    text += String.fromCharCode((0x20 | (rest & 0x1f)) + 63);
    rest >>= 5;
  }
  return text + String.fromCharCode(rest + 63);
}

/** Points on the grid as the text of their differences. */
export function encodeArc(points: readonly Step[]): string {
  let [lastX, lastY] = [0, 0];
  return points
    .map(([x, y]) => {
      const step = encodeNumber(x - lastX) + encodeNumber(y - lastY);
      [lastX, lastY] = [x, y];
      return step;
    })
    .join('');
}

/** Degrees, longitude first, of an encoded arc. */
export function decodeArc(text: string, scale: number): [number, number][] {
  const points: [number, number][] = [];
  const current = [0, 0];
  let [axis, value, shift] = [0, 0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const bits = text.charCodeAt(index) - 63;
    value |= (bits & 0x1f) << shift;
    shift += 5;
    if (bits & 0x20) continue;
    current[axis] = (current[axis] ?? 0) + (value & 1 ? ~(value >> 1) : value >> 1);
    if (axis === 1) points.push([(current[0] ?? 0) / scale, (current[1] ?? 0) / scale]);
    [axis, value, shift] = [1 - axis, 0, 0];
  }
  return points;
}

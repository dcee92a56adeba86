import { hexFromOklch } from '../theme/oklch.ts';

/** The colours of one landscape, far to near. */
export interface ReliefPalette {
  readonly sky: string;
  /** A tone just lighter than the sky: clouds, the halo of the sun. */
  readonly haze: string;
  readonly sun: string;
  /** Ground from the farthest (0) to the nearest (5). */
  readonly ground: readonly string[];
  /** Trees standing on the ground of the same rank. */
  readonly tree: readonly string[];
  /** Light strokes on the ground of the same rank: furrows, vines, waves. */
  readonly line: readonly string[];
  readonly wall: string;
  readonly roof: string;
  readonly sail: string;
}

export const RANKS = 6;

/** The light of the hour: how the sky leans away from the ground's hue. */
const hours = [
  { lean: 14, light: 0.935, chroma: 0.055, sun: 88 },
  { lean: -22, light: 0.945, chroma: 0.045, sun: 74 },
  { lean: -48, light: 0.93, chroma: 0.06, sun: 60 },
] as const;

export const HOURS = hours.length;

function draw(hue: number, hour: number, dark: boolean): ReliefPalette {
  const light = hours[hour % HOURS] ?? hours[0];
  const tone = (l: number, c: number, lean: number): string => hexFromOklch({ l, c, h: (hue + lean + 360) % 360 });
  const ranks = (make: (depth: number) => string): string[] =>
    Array.from({ length: RANKS }, (_, rank) => make(rank / (RANKS - 1)));
  const ground = (depth: number): number => (dark ? 0.43 - depth * 0.155 : 0.825 - depth * 0.43);
  const chroma = (depth: number): number => (dark ? 0.07 - depth * 0.008 : 0.06 + depth * 0.055);
  const lean = (depth: number): number => -20 + depth * 30;
  return {
    sky: dark ? tone(0.3, 0.06, 0) : tone(light.light, light.chroma, light.lean),
    haze: dark ? tone(0.35, 0.06, 0) : tone(light.light + 0.035, light.chroma * 0.5, light.lean),
    sun: hexFromOklch({ l: dark ? 0.84 : 0.86, c: 0.16, h: light.sun }),
    ground: ranks((depth) => tone(ground(depth), chroma(depth), lean(depth))),
    tree: ranks((depth) => tone(ground(depth) - 0.075, chroma(depth) + 0.01, lean(depth) + 8)),
    line: ranks((depth) => tone(ground(depth) + 0.055, chroma(depth) + 0.005, lean(depth) + 6)),
    wall: hexFromOklch({ l: dark ? 0.72 : 0.965, c: 0.025, h: 80 }),
    roof: hexFromOklch({ l: dark ? 0.46 : 0.62, c: 0.12, h: 38 }),
    sail: hexFromOklch({ l: dark ? 0.8 : 0.985, c: 0.02, h: 90 }),
  };
}

// Bounded: 72 hues × 3 hours × 2. The palette is a pure function of its key.
const drawn = new Map<number, ReliefPalette>();

/** The palette of a hue (degrees, taken to the nearest 5), an hour of the day (0 to 2) and a light or dark sky. */
export function reliefPalette(hue: number, hour: number, dark: boolean): ReliefPalette {
  const step = (((Math.round((Number.isFinite(hue) ? hue : 160) / 5) * 5) % 360) + 360) % 360;
  const key = step * 10 + (hour % HOURS) * 2 + (dark ? 1 : 0);
  const known = drawn.get(key);
  if (known) return known;
  const palette = draw(step, hour, dark);
  drawn.set(key, palette);
  return palette;
}

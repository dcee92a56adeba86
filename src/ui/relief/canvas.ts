import type { ReliefPalette } from './relief-palette.ts';

/** What a motif draws with: the frame, its colours and its own series of chances. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** Where the land begins, as a share of the height from the top. */
  readonly horizon: number;
  readonly palette: ReliefPalette;
  readonly random: () => number;
}

/** Picks a whole number between two bounds, both possible. */
export function between(random: () => number, low: number, high: number): number {
  return Math.round(low + random() * (high - low));
}

export const fill = (colour: string, path: string): string => `<path fill="${colour}" d="${path}"/>`;

export const stroke = (colour: string, path: string, thickness: number, dashes = ''): string =>
  `<path fill="none" stroke="${colour}" stroke-width="${thickness}"${
    dashes && ` stroke-linecap="round" stroke-dasharray="${dashes}"`
  } d="${path}"/>`;

/** A house front with its roof, `size` wide, standing at x, y. Gives walls and roof as two paths. */
export function house(x: number, y: number, size: number, tall: number): { wall: string; roof: string } {
  const eave = Math.round(size * 0.14) || 1;
  const rise = Math.round(size * 0.55);
  return {
    wall: `M${x} ${y}v${-tall}h${size}v${tall}z`,
    roof: `M${x - eave} ${y - tall}l${eave + (size >> 1)}-${rise} ${eave + size - (size >> 1)} ${rise}z`,
  };
}

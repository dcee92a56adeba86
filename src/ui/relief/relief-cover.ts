import { between, type Canvas, stroke } from './canvas.ts';
import { coast, hedgerows, hills, mountains, plains, rooftops, vineyards } from './motifs.ts';
import { randomFrom } from './random.ts';
import { HOURS, reliefPalette } from './relief-palette.ts';

const draw = { hills, hedgerows, coast, rooftops, mountains, plains, vineyards } as const;

/** The landscape of a territory. */
export type Motif = keyof typeof draw;

export const motifs = Object.keys(draw) as readonly Motif[];

/** The French name of each motif, for the settings page. */
export const motifNames: Readonly<Record<Motif, string>> = {
  hills: 'Collines',
  hedgerows: 'Bocage',
  coast: 'Littoral',
  rooftops: 'Ville et toits',
  mountains: 'Montagnes',
  plains: 'Plaines',
  vineyards: 'Vignes et coteaux',
};

/** Tells whether a stored text names a motif we draw. */
export function isMotif(text: string): text is Motif {
  return Object.hasOwn(draw, text);
}

export interface ReliefOptions {
  /** OKLCH hue in degrees: see `categoryHues`. */
  readonly hue?: number;
  readonly motif?: Motif;
  readonly width?: number;
  readonly height?: number;
  readonly sun?: boolean;
  readonly dark?: boolean;
  /** Where the land begins: share of the height from the top, 0.5 by default. */
  readonly horizon?: number;
  /** Between which shares of the width the sun may stand. */
  readonly sunBetween?: readonly [number, number];
  /** How large the sun is beside its usual size. */
  readonly sunSize?: number;
  /** Leaves the sky out, so that the page shows through. */
  readonly clear?: boolean;
}

function skyOf(canvas: Canvas, dark: boolean, [from, to]: readonly [number, number], size: number): string {
  const { random, palette, width, height, horizon } = canvas;
  const x = between(random, width * from, width * to);
  // Clouds and birds keep to the side the sun leaves free.
  const free =
    x > width * 0.52 ? between(random, width * 0.06, width * 0.24) : between(random, width * 0.66, width * 0.82);
  const y = between(random, height * 0.12, height * horizon * 0.5);
  let svg = '';
  const weather = random();
  if (weather < 0.45 && !dark) {
    const long = between(random, width * 0.09, width * 0.15);
    const thick = Math.round(height * 0.045);
    svg += `<path stroke="${palette.haze}" stroke-width="${thick}" stroke-linecap="round" d="M${free} ${y}h${long}M${free + (long >> 2)} ${y - thick + 2}h${long >> 1}M${free - thick} ${y + thick - 2}h${long >> 1}"/>`;
  } else if (weather < 0.75) {
    svg += stroke(palette.ground[2] ?? palette.sun, `M${free} ${y}q5-6 8 0q4-6 9-1m12 15q5-6 8 0q4-6 9-1`, 2);
  }
  const radius = between(random, height * 0.09 * size, height * 0.14 * size);
  const top = between(random, height * horizon * 0.42, height * horizon * 0.86);
  return `${svg}<circle cx="${x}" cy="${top}" r="${Math.round(radius * 1.5)}" fill="${palette.haze}"/><circle cx="${x}" cy="${top}" r="${radius}" fill="${palette.sun}"/>`;
}

/**
 * Draws the landscape of an item: the same id always gives the same picture, never the same twice otherwise.
 * The id only feeds the chances and is never written out, so any text is safe. Colours are sRGB hex.
 * @returns an `<svg>` hidden from assistive technology
 */
export function reliefCover(id: string, options: ReliefOptions = {}): string {
  const {
    hue = 160,
    motif = 'hills',
    width = 480,
    height = 300,
    sun = true,
    dark = false,
    horizon = 0.5,
    clear = false,
    sunBetween = [0.4, 0.72],
    sunSize = 1,
  } = options;
  const random = randomFrom(id);
  const palette = reliefPalette(hue, between(random, 0, HOURS - 1), dark);
  const canvas: Canvas = { random, palette, width, height, horizon };
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMax slice" aria-hidden="true">` +
    (clear ? '' : `<path fill="${palette.sky}" d="M0 0h${width}v${height}H0z"/>`) +
    (sun ? skyOf(canvas, dark, sunBetween, sunSize) : '') +
    draw[motif](canvas) +
    '</svg>'
  );
}

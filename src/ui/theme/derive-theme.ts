import { type Category, categories, categoryHues } from './categories.ts';
import { contrast, hexFromOklch, type Oklch, oklchFromHex } from './oklch.ts';

/** The two colours a hub chooses, each `#rrggbb`. */
export interface ThemeChoice {
  readonly brand: string;
  readonly accent: string;
}

export type State = 'success' | 'warning' | 'danger' | 'info';
export const states: readonly State[] = ['success', 'warning', 'danger', 'info'];

const baseTokens = [
  'paper',
  'surface',
  'soft',
  'field',
  'ink',
  'muted',
  'line',
  'control',
  'brand',
  'brandOn',
  'brandText',
  'brandSoft',
  'deep',
  'deepOn',
  'deepMuted',
  'deepSoft',
  'accent',
  'accentOn',
  'accentHover',
  'accentText',
  'mark',
  'link',
  'focus',
  'deepFocus',
  'dangerFill',
  'dangerOn',
] as const;

export type Token =
  | (typeof baseTokens)[number]
  | State
  | `${State}Soft`
  | Category
  | `${Category}On`
  | `${Category}Text`;

/** Every colour of one scheme, in `#rrggbb`. */
export type Palette = Readonly<Record<Token, string>>;

/** What a hub's two colours become, for light and for dark screens. */
export interface Theme {
  readonly choice: ThemeChoice;
  readonly light: Palette;
  readonly dark: Palette;
}

const stateHues: Record<State, number> = { success: 150, warning: 70, danger: 27, info: 240 };

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Walks the lightness away from the backgrounds until every one of them gives the asked contrast. */
function readable(colour: Oklch, backgrounds: readonly string[], ratio: number, towards: 'dark' | 'light'): string {
  const step = towards === 'dark' ? -0.01 : 0.01;
  for (let l = colour.l; l > 0 && l < 1; l += step) {
    const hex = hexFromOklch({ ...colour, l });
    if (backgrounds.every((background) => contrast(hex, background) >= ratio)) return hex;
  }
  return towards === 'dark' ? '#000000' : '#ffffff';
}

/** The text colour that a fill of any lightness can carry: a deep tint, else white, else black. */
function textOn(fills: readonly string[], hue: number): string {
  const holds = (hex: string): boolean => fills.every((fill) => contrast(hex, fill) >= 4.5);
  const deep = hexFromOklch({ l: 0.22, c: 0.035, h: hue });
  if (fills.every((fill) => contrast(deep, fill) >= 5.5)) return deep;
  if (holds('#ffffff')) return '#ffffff';
  return holds(deep) ? deep : '#000000';
}

/** Turns a category's hue slightly towards the brand, so that the eight look chosen for this hub. */
function harmonised(hue: number, brandHue: number, strength: number): number {
  const gap = ((brandHue - hue + 540) % 360) - 180;
  return (hue + clamp(gap / 2, -8, 8) * strength + 360) % 360;
}

function derivePalette(brand: Oklch, accent: Oklch, dark: boolean): Palette {
  const hex = (l: number, c: number, h: number): string => hexFromOklch({ l, c, h });
  const away = dark ? 'light' : 'dark';
  const vivid = clamp(brand.c / 0.1, 0, 1);
  const tint = (chroma: number): number => chroma * (0.3 + 0.7 * vivid);
  // A cold tinted paper looks like an administration's: only warm accents tint it.
  const paperHue = accent.c > 0.04 && (accent.h < 150 || accent.h > 320) ? accent.h : 88;

  const paper = dark ? hex(0.195, tint(0.018), brand.h) : hex(0.986, 0.012, paperHue);
  const surface = dark ? hex(0.25, tint(0.022), brand.h) : '#ffffff';
  const soft = dark
    ? hex(0.305, tint(0.028), brand.h)
    : hex(0.95, 0.028, paperHue > 60 && paperHue < 150 ? 112 : paperHue);
  const field = dark ? hex(0.165, tint(0.018), brand.h) : '#ffffff';
  const brandSoft = dark ? hex(0.3, tint(0.055), brand.h) : hex(0.93, tint(0.06), brand.h);
  const grounds = [paper, surface, soft, field, brandSoft];

  const ink = dark ? hex(0.955, 0.012, paperHue) : hex(0.235, tint(0.032), brand.h);
  const muted = readable({ l: dark ? 0.74 : 0.46, c: tint(0.025), h: brand.h }, grounds, 4.6, away);
  const text = (colour: Oklch, against: readonly string[] = grounds): string => readable(colour, against, 4.6, away);

  const brandFill = hex(clamp(brand.l, 0.36, 0.74), brand.c, brand.h);
  const deep = dark ? hex(0.145, tint(0.035), brand.h) : hex(0.275, tint(0.062), brand.h);
  const deepSoft = dark ? hex(0.23, tint(0.045), brand.h) : hex(0.34, tint(0.068), brand.h);
  const deeps = [deep, deepSoft];
  const accentFill = hex(clamp(accent.l, 0.62, 0.93), accent.c, accent.h);
  const accentHover = hex(clamp(accent.l, 0.62, 0.93) + (accent.l > 0.8 ? -0.06 : 0.05), accent.c, accent.h);
  const dangerFill = hex(0.5, 0.19, stateHues.danger);

  const palette: Partial<Record<Token, string>> = {
    paper,
    surface,
    soft,
    field,
    ink,
    muted,
    line: dark ? hex(0.36, tint(0.025), brand.h) : hex(0.9, 0.02, paperHue),
    control: readable({ l: dark ? 0.62 : 0.58, c: tint(0.03), h: brand.h }, grounds, 3.1, away),
    brand: brandFill,
    brandOn: textOn([brandFill], brand.h),
    brandText: text({
      l: dark ? 0.8 : clamp(brand.l, 0.3, 0.55),
      c: dark ? Math.min(brand.c, 0.13) : brand.c,
      h: brand.h,
    }),
    brandSoft,
    deep,
    deepOn: readable({ l: 0.975, c: 0.012, h: paperHue }, deeps, 7, 'light'),
    deepMuted: readable({ l: 0.8, c: tint(0.035), h: brand.h }, deeps, 4.6, 'light'),
    deepSoft,
    accent: accentFill,
    accentOn: textOn([accentFill, accentHover], brand.h),
    accentHover,
    accentText: text({ l: dark ? 0.82 : 0.5, c: Math.min(accent.c, 0.14), h: accent.h }),
    // Laid under words of the page's own ink, whatever the accent.
    mark: readable(
      { ...accent, l: clamp(accent.l, dark ? 0.3 : 0.8, dark ? 0.5 : 0.93) },
      [ink],
      4.6,
      dark ? 'dark' : 'light',
    ),
    link: text({ l: dark ? 0.84 : 0.4, c: clamp(brand.c, 0.03, 0.12), h: brand.h }),
    focus: readable({ l: dark ? 0.9 : 0.3, c: 0.08, h: brand.h }, grounds, 4.5, away),
    deepFocus: readable({ l: 0.88, c: Math.min(accent.c, 0.16), h: accent.h }, deeps, 4.5, 'light'),
    dangerFill,
    dangerOn: textOn([dangerFill], brand.h),
  };

  for (const state of states) {
    const h = stateHues[state];
    const ground = dark ? hex(0.29, 0.055, h) : hex(0.945, 0.045, h);
    palette[`${state}Soft`] = ground;
    palette[state] = text({ l: dark ? 0.82 : 0.47, c: 0.14, h }, [...grounds, ground]);
  }

  const chroma = 0.72 + 0.28 * vivid;
  for (const category of categories) {
    const h = harmonised(categoryHues[category], brand.h, vivid);
    const [l, c] = categoryLook[category];
    const fill = hex(dark ? l - 0.07 : l, c * chroma * (dark ? 0.9 : 1), h);
    palette[category] = fill;
    palette[`${category}On`] = textOn([fill], h);
    palette[`${category}Text`] = text({ l: dark ? 0.83 : 0.45, c: Math.min(0.12, c), h });
  }

  return palette as Palette;
}

/** Lightness and chroma at which each category's hue sings. */
const categoryLook: Record<Category, readonly [number, number]> = {
  leaf: [0.86, 0.13],
  sky: [0.86, 0.085],
  coral: [0.73, 0.16],
  rose: [0.86, 0.09],
  sun: [0.89, 0.15],
  plum: [0.8, 0.1],
  lagoon: [0.85, 0.09],
  clay: [0.8, 0.11],
};

/**
 * Derives every colour of a hub's site from its two choices. Any pair of `contrastPairs` reaches its
 * ratio whatever the choice; a brand or accent too dark or too pale is brought into a usable range.
 */
export function deriveTheme(choice: ThemeChoice): Theme {
  const brand = oklchFromHex(choice.brand);
  const accent = oklchFromHex(choice.accent);
  return { choice, light: derivePalette(brand, accent, false), dark: derivePalette(brand, accent, true) };
}

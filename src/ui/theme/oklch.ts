/** A colour in OKLCH: lightness 0 to 1, chroma 0 to about 0.37, hue in degrees. */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

type Triple = readonly [number, number, number];

const toLinear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

const toGamma = (channel: number): number =>
  channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/** Tells whether a text is a colour written `#rrggbb`. */
export function isHexColour(text: string): boolean {
  return HEX.test(text);
}

function linearFromHex(hex: string): Triple {
  const found = HEX.exec(hex);
  if (!found) throw new RangeError(`Not a #rrggbb colour: ${hex}`);
  const read = (index: number): number => toLinear(Number.parseInt(found[index] ?? '0', 16) / 255);
  return [read(1), read(2), read(3)];
}

// Matrices by Björn Ottosson, https://bottosson.github.io/posts/oklab/
function linearFromOklch({ l, c, h }: Oklch): Triple {
  const angle = (h * Math.PI) / 180;
  const a = c * Math.cos(angle);
  const b = c * Math.sin(angle);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** Reads `#rrggbb` as OKLCH. Throws a RangeError on anything else. */
export function oklchFromHex(hex: string): Oklch {
  const [red, green, blue] = linearFromHex(hex);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const l = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short;
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  return { l, c: Math.hypot(a, b), h: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 };
}

const EDGE = 0.0001;
const fits = (rgb: Triple): boolean => rgb.every((channel) => channel >= -EDGE && channel <= 1 + EDGE);

/** Writes OKLCH as `#rrggbb`, lowering the chroma (never the lightness or hue) until sRGB holds it. */
export function hexFromOklch(colour: Oklch): string {
  const l = Math.min(1, Math.max(0, colour.l));
  let rgb = linearFromOklch({ ...colour, l });
  if (!fits(rgb)) {
    let low = 0;
    let high = colour.c;
    for (let step = 0; step < 14; step++) {
      const c = (low + high) / 2;
      if (fits(linearFromOklch({ l, c, h: colour.h }))) low = c;
      else high = c;
    }
    rgb = linearFromOklch({ l, c: low, h: colour.h });
  }
  return rgb.reduce((text, channel) => {
    const byte = Math.round(toGamma(Math.min(1, Math.max(0, channel))) * 255);
    return text + byte.toString(16).padStart(2, '0');
  }, '#');
}

/** Relative luminance of WCAG 2.2, from 0 (black) to 1 (white). */
export function luminance(hex: string): number {
  const [red, green, blue] = linearFromHex(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of WCAG 2.2 between two `#rrggbb` colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const first = luminance(one);
  const second = luminance(other);
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

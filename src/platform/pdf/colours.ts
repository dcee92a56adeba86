import type { PdfColour } from './pdf-document.ts';

export const ink = '#1b1b1b';
export const muted = '#4d4d4d';
/** Rules and light grounds: still seen, and light, on a black and white printer. */
export const line = '#8a8a8a';
export const soft = '#f0f0f0';

/** The colour of the hub as it can be read on white paper (4.5:1, WCAG 1.4.3), darkened as little as needed. */
export function readable(brand: string): string {
  let [red, green, blue] = channels(brand);
  while (1.05 / (luminance(red, green, blue) + 0.05) < 4.5)
    [red, green, blue] = [Math.floor(red * 0.94), Math.floor(green * 0.94), Math.floor(blue * 0.94)];
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** A named colour as the writer wants it. */
export function hexOf(colour: PdfColour, brand: string): string {
  return { ink, muted, brand, white: '#ffffff' }[colour];
}

function channels(hex: string): [number, number, number] {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  const [red = 0, green = 0, blue = 0] = (found ?? []).slice(1).map((part) => Number.parseInt(part, 16));
  return [red, green, blue];
}

function luminance(...parts: [number, number, number]): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

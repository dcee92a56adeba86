import { contrast } from './readable-on.ts';

/** What a mail derives from the colour of its hub, light and dark: all `#rrggbb`. */
export interface MailShades {
  /** Behind the sheet. */
  page: string;
  /** A far hill, between the band of colour and the sheet. */
  hill: string;
  /** Read on the sheet: the hub's colour, deeper if it is pale. */
  link: string;
  pageInDark: string;
  hillInDark: string;
  linkInDark: string;
}

export const sheet = '#ffffff';
export const sheetInDark = '#1d212c';

/** Shades of a colour `#rrggbb`, readable whatever the colour (WCAG AA in light, AAA in dark). */
export function shadesOf(brand: string): MailShades {
  return {
    page: mix(brand, sheet, 0.07),
    hill: mix(brand, sheet, 0.45),
    link: until(brand, '#000000', (shade) => contrast(shade, sheet) >= 4.6),
    pageInDark: mix(brand, '#10131a', 0.06),
    hillInDark: mix(brand, sheetInDark, 0.5),
    linkInDark: until(brand, '#ffffff', (shade) => contrast(shade, sheetInDark) >= 7.1),
  };
}

function until(from: string, towards: string, isEnough: (shade: string) => boolean): string {
  for (let part = 1; part > 0; part -= 0.05) {
    const shade = mix(from, towards, part);
    if (isEnough(shade)) return shade;
  }
  return towards;
}

/** So much of one colour, the rest of the other. */
function mix(one: string, other: string, part: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((a ?? 0) * part + (b ?? 0) * (1 - part))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

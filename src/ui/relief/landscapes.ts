import { reliefPalette } from './relief-palette.ts';
import { randomFrom } from './random.ts';
import { type Motif, reliefCover } from './relief-cover.ts';
import { curveOf, groundOf, ridge } from './ridge.ts';

/** What a landscape of the page's own needs: the hub's hue and motif. */
export interface Territory {
  readonly hue: number;
  readonly motif: Motif;
}

/**
 * The wide landscape behind the opening words of a page, by day and by night: the stylesheet shows one of them.
 * The sky is left to the page, which writes on it.
 */
export function heroLandscape(id: string, { hue, motif }: Territory): string {
  const draw = (dark: boolean): string =>
    reliefCover(id, {
      hue,
      motif,
      dark,
      width: 1440,
      height: 430,
      horizon: 0.5,
      clear: true,
      sunBetween: [0.78, 0.9],
      sunSize: 1.2,
      // A narrow screen keeps the right side, where the sun is and where no word is.
    }).replace('xMidYMax', 'xMaxYMax');
  return `<div class="by-day">${draw(false)}</div><div class="by-night">${draw(true)}</div>`;
}

/** The night landscape on which the footer stands. Its nearest ground takes the footer's colour by its class. */
export function footerLandscape(id: string, { hue, motif }: Territory): string {
  const width = 1440;
  const height = 240;
  const far = reliefCover(id, { hue, motif, width, height, horizon: 0.3, sun: false, dark: true, clear: true });
  const shore = groundOf(ridge(randomFrom(id), width, height * 0.9, 12, 4), height);
  return far.replace('</svg>', `<path class="relief-shore" d="${shore}"/></svg>`);
}

/** The line of relief that cuts the lower edge of a photo: a coloured ridge, then one in the card's own colour. */
export function photoEdge(id: string, hue: number): string {
  const random = randomFrom(id);
  const width = 480;
  const height = 56;
  const back = groundOf(ridge(random, width, 26, 16, 3), height);
  const front = ridge(random, width, 42, 9, 2);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="photo-edge" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">` +
    `<path fill="${reliefPalette(hue, 0, false).ground[4] ?? '#000000'}" d="${back}"/>` +
    `<path class="relief-card" d="M0 ${front.ys[0] ?? 0}${curveOf(front)}V${height + 1}H0z"/></svg>`
  );
}

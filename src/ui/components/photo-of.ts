import { pictureHref, type ShownPicture } from '#platform/pictures/picture.ts';
import type { Photo } from './photo-image.tsx';

/**
 * A stored picture as a page shows it: every size that was made of it, its focal point, its credit. `sizes` is the
 * attribute of `<img>`; `alternative` replaces the picture's own text where it says something else, or is empty where it
 * only repeats the title beside it.
 */
export function photoOf(picture: ShownPicture, sizes: string, alternative = picture.alternative): Photo {
  const webp = widthsOf(picture, 'webp');
  const avif = widthsOf(picture, 'avif');
  const middle = webp[Math.min(1, webp.length - 1)] ?? 640;
  const set = (widths: readonly number[], format: 'webp' | 'avif'): string =>
    widths.map((width) => `${pictureHref(picture.id, width, format)} ${width}w`).join(', ');
  const focus = focusClasses(picture.focalX, picture.focalY);
  return {
    src: pictureHref(picture.id, middle, 'webp'),
    srcset: set(webp, 'webp'),
    ...(avif.length > 0 ? { avif: set(avif, 'avif') } : {}),
    sizes,
    alt: alternative,
    width: picture.width,
    height: picture.height,
    ...(picture.credit ? { credit: picture.credit } : {}),
    ...(focus ? { focus } : {}),
  };
}

/** Classes of `photo.css` for a focal point in percent, by steps of ten; nothing for the middle. */
export function focusClasses(x: number, y: number): string {
  const step = (percent: number): number => Math.round(percent / 10) * 10;
  return [step(x) === 50 ? '' : `focus-x-${step(x)}`, step(y) === 50 ? '' : `focus-y-${step(y)}`]
    .filter(Boolean)
    .join(' ');
}

function widthsOf({ variants }: ShownPicture, format: 'webp' | 'avif'): number[] {
  const made = variants.filter((variant) => variant.format === format).map(({ width }) => width);
  return [...new Set(made)].sort((a, b) => a - b);
}

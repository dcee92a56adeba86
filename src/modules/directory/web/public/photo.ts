import type { Photo } from '#ui/relief/relief-cover-view.tsx';
import type { CardPhoto } from '../../queries/organization-cards.ts';

const usualWidths = [320, 640, 1280];

/** A stored image as a page shows it, in the sizes that were made of it. */
export function photoOf({ imageId, width, height, variants, alternative, credit }: CardPhoto, sizes: string): Photo {
  const widths = widthsOf(variants).filter((made) => made <= Math.max(width, 320));
  const address = (made: number): string => `/images/${imageId}/${made}.webp`;
  const middle = widths[Math.min(1, widths.length - 1)] ?? 640;
  return {
    src: address(middle),
    srcset: widths.map((made) => `${address(made)} ${made}w`).join(', '),
    sizes,
    alt: alternative,
    width,
    height,
    ...(credit ? { credit } : {}),
  };
}

function widthsOf(variants: unknown): number[] {
  const made = Array.isArray(variants)
    ? variants.map((variant: { width?: unknown }) => variant.width).filter((width) => typeof width === 'number')
    : [];
  return made.length > 0 ? [...new Set(made)].sort((a, b) => a - b) : usualWidths;
}

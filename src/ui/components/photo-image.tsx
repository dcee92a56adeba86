import type { JSX } from 'preact';
import { classes } from './classes.ts';

/** A photo as a page shows it, in several sizes. Made by `photoOf`. */
export interface Photo {
  readonly src: string;
  /** Empty when the picture says nothing more than the title beside it. */
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly srcset?: string;
  /** The same in AVIF, a third lighter, for the browsers that read it. */
  readonly avif?: string;
  readonly sizes?: string;
  readonly credit?: string;
  /** Classes that keep the focal point in view when the picture is cut. */
  readonly focus?: string;
}

interface PhotoImageProps {
  readonly photo: Photo;
  /** True for a picture of the first screen: loaded at once. */
  readonly eager?: boolean;
  readonly class?: string;
}

/** The picture alone, in the lightest form that the browser reads. Its credit is for whoever shows it. */
export function PhotoImage({ photo, eager = false, class: name }: PhotoImageProps): JSX.Element {
  const { credit: _, avif, focus, sizes, ...image } = photo;
  return (
    <picture>
      {avif && <source type="image/avif" srcset={avif} sizes={sizes} />}
      <img
        {...image}
        sizes={sizes}
        class={classes(focus, name) || undefined}
        loading={eager ? 'eager' : 'lazy'}
        decoding="async"
        {...(eager ? { fetchpriority: 'high' } : {})}
      />
    </picture>
  );
}

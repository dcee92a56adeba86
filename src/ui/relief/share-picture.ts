import { variantFor, type StoredPicture } from '#platform/pictures/picture.ts';
import type { ComposedShareImage } from '#platform/share-images/kept-share-images.ts';
import { shareImageSize } from '#platform/share-images/share-image.ts';
import { hexFromOklch } from '../theme/oklch.ts';
import { photoEdge, type Territory } from './landscapes.ts';
import { reliefCover } from './relief-cover.ts';
import { reliefPalette } from './relief-palette.ts';

const paper = '#fffaf0';

/** What the picture of a shared link shows: its words over its photo, when everyone may see it, or over its landscape. */
export function sharePicture(
  { land, name }: { land: Territory; name: string },
  { id, hue, title, label }: { id: string; hue: number; title: string; label: string },
  picture: StoredPicture | null = null,
): ComposedShareImage {
  return {
    image: {
      title,
      label,
      hubName: title === name ? '' : name,
      landscape: reliefCover(id, {
        ...shareImageSize,
        hue,
        motif: land.motif,
        horizon: 0.64,
        sunBetween: [0.74, 0.88],
      }),
      edge: photoEdge(id, hue).replace(' class="relief-card"', ` fill="${paper}"`),
      colours: {
        paper,
        ink: hexFromOklch({ l: 0.25, c: 0.045, h: land.hue }),
        accent: reliefPalette(land.hue, 0, false).ground[5] ?? '#222222',
        onLand: '#ffffff',
      },
      photo: null,
    },
    photo: picture && shownVariant(picture),
  };
}

function shownVariant(picture: StoredPicture): ComposedShareImage['photo'] {
  const variant = picture.visibility === 'public' ? variantFor(picture, 1280, 'webp') : null;
  return variant && { variant, focalX: picture.focalX, focalY: picture.focalY };
}

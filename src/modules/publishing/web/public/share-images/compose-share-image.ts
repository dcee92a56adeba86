import { readPicture, variantFor, type PictureVariant, type StoredPicture } from '#platform/pictures/picture.ts';
import { capitalised } from '#platform/french/index.ts';
import type { Context } from '#platform/context/context.ts';
import { shareImageSize, type ShareImage } from '#platform/share-images/share-image.ts';
import { photoEdge, type Territory } from '#ui/relief/landscapes.ts';
import { reliefCover } from '#ui/relief/relief-cover.ts';
import { reliefPalette } from '#ui/relief/relief-palette.ts';
import { hexFromOklch } from '#ui/theme/oklch.ts';
import { hueOf } from '../../../cards/publication-cards.ts';
import type { PublicationKind } from '../../../domain/publication.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import { kindNames } from '../../texts.ts';

/** A picture to draw, whose photo is still in the store. */
export interface ComposedShareImage {
  image: ShareImage;
  photo: { variant: PictureVariant; focalX: number; focalY: number } | null;
}

/** What the picture of a publication shows: its photo, when everyone may see it, or its landscape. */
export async function composeShareImage(
  ctx: Context,
  deps: Pick<PublishingDependencies, 'hubLook' | 'organizations'>,
  { id, kind, fields }: StoredPublication,
): Promise<ComposedShareImage> {
  const [look, picture, named] = await Promise.all([
    deps.hubLook(ctx.hubId),
    fields.imageId ? readPicture(ctx.db, fields.imageId) : null,
    fields.organizationId ? deps.organizations.named(ctx, [fields.organizationId]) : null,
  ]);
  const speaker = (fields.content as { speaker?: string }).speaker ?? '';
  const organization = named?.get(fields.organizationId ?? '')?.name || speaker;
  return {
    image: composed(look, {
      id,
      hue: hueOf(kind, id),
      title: fields.title,
      label: organization || labels[kind] || capitalised(kindNames[kind].one),
    }),
    photo: picture && shownVariant(picture),
  };
}

/** What the picture of the home shows: the hub's name on its land. */
export function composeHomeShareImage(look: { land: Territory; name: string }): ComposedShareImage {
  return { image: composed(look, { id: look.name, hue: look.land.hue, title: look.name, label: '' }), photo: null };
}

const labels: Partial<Record<PublicationKind, string>> = { news: 'Actualité du pôle', page: '', door: '', home: '' };

function composed(
  { land, name }: { land: Territory; name: string },
  { id, hue, title, label }: { id: string; hue: number; title: string; label: string },
): ShareImage {
  return {
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
  };
}

const paper = '#fffaf0';

function shownVariant(picture: StoredPicture): ComposedShareImage['photo'] {
  const variant = picture.visibility === 'public' ? variantFor(picture, 1280, 'webp') : null;
  return variant && { variant, focalX: picture.focalX, focalY: picture.focalY };
}

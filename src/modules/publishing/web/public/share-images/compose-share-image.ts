import type { Context } from '#platform/context/context.ts';
import { capitalised } from '#platform/french/index.ts';
import { readPicture } from '#platform/pictures/picture.ts';
import type { ComposedShareImage } from '#platform/share-images/kept-share-images.ts';
import type { Territory } from '#ui/relief/landscapes.ts';
import { sharePicture } from '#ui/relief/share-picture.ts';
import { hueOf } from '../../../cards/publication-cards.ts';
import type { PublicationKind } from '../../../domain/publication.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import { kindNames } from '../../texts.ts';

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
  const label = organization || labels[kind] || capitalised(kindNames[kind].one);
  return sharePicture(look, { id, hue: hueOf(kind, id), title: fields.title, label }, picture);
}

/** What the picture of the home shows: the hub's name on its land. */
export function composeHomeShareImage(look: { land: Territory; name: string }): ComposedShareImage {
  return sharePicture(look, { id: look.name, hue: look.land.hue, title: look.name, label: '' });
}

const labels: Partial<Record<PublicationKind, string>> = { news: 'Actualité du pôle', page: '', door: '', home: '' };

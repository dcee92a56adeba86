import type { Context } from '#platform/context/context.ts';
import type { ContentCard } from '#platform/contributions/module.ts';
import { readPictures } from '#platform/pictures/picture.ts';
import { categoryHues, categoryOf } from '#ui/theme/categories.ts';
import type { PublicationKind } from '../domain/publication.ts';
import { publicationPath } from '../paths.ts';
import type { PublishingDependencies } from '../ports.ts';
import { isHubsOwn } from '../domain/speaker.ts';
import { cardWords } from './card-words.ts';
import type { PublishedLine } from '../queries/published-list.ts';

/** Lines of a list as cards: with their picture, and whose they are. */
export async function publicationCards(
  ctx: Context,
  { organizations }: Pick<PublishingDependencies, 'organizations'>,
  lines: readonly PublishedLine[],
): Promise<ContentCard[]> {
  const imageIds = lines.flatMap((line) => line.imageId ?? []);
  const organizationIds = lines.flatMap((line) => line.organizationId ?? []);
  const [pictures, named] = await Promise.all([
    readPictures(ctx.db, imageIds),
    organizationIds.length > 0 ? organizations.named(ctx, organizationIds) : new Map(),
  ]);
  const byId = new Map(pictures.map((picture) => [picture.id, picture]));
  return lines.map((line) => {
    const picture = line.imageId ? byId.get(line.imageId) : undefined;
    const organization = line.organizationId ? named.get(line.organizationId) : undefined;
    return {
      id: line.id,
      href: publicationPath(line.kind, line.slug),
      title: line.title,
      text: line.line || line.brief,
      hue: hueOf(line.kind, line.id),
      isOwn: isHubsOwn(line),
      picture: picture
        ? { ...picture, alternative: line.imageAlternative, credit: line.imageCredit || picture.credit }
        : null,
      ...cardWords(line, organization?.name ?? null, ctx),
    };
  });
}

/** The hue of what has no picture: one of the eight, always the same for the same thing. */
export function hueOf(_kind: PublicationKind, id: string): number {
  return categoryHues[categoryOf(id)];
}

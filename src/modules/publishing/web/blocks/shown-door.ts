import type { Context } from '#platform/context/context.ts';
import { publicationPath } from '../../paths.ts';
import type { PublishingDependencies } from '../../ports.ts';
import { publishedDoors } from '../../queries/published-doors.ts';
import type { PublishedLine } from '../../queries/published-list.ts';
import type { ShownDoor } from './block-data.ts';

/** A door as a block of colour. */
export function shownDoor({ slug, title, content }: PublishedLine<'door'>): ShownDoor {
  return {
    href: publicationPath('door', slug),
    title: content.label || title,
    text: content.promise,
    tone: content.tone,
    group: content.group,
  };
}

/** Every public door of the hub, read once until the site changes. */
export function shownDoors(ctx: Context, { kept }: Pick<PublishingDependencies, 'kept'>): Promise<ShownDoor[]> {
  return kept.of(ctx.hubId, 'publishing.doors', async () => (await publishedDoors(ctx.db)).map(shownDoor));
}

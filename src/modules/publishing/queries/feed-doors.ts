import type { Context } from '#platform/context/context.ts';
import { publicationPath } from '../paths.ts';
import { publishedList } from './published-list.ts';

/** A published door of the hub. */
export interface FeedDoor {
  tag: string;
  label: string;
  home: string;
}

/** The published doors, in the order of the hub. */
export async function feedDoors(ctx: Context): Promise<FeedDoor[]> {
  const doors = await publishedList(ctx.db, 'door', {}, { limit: 100 });
  return doors
    .toSorted((a, b) => a.content.position - b.content.position)
    .map(({ title, slug, content }) => ({
      tag: content.tag,
      label: content.label || title,
      home: publicationPath('door', slug),
    }));
}

import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { PhotoUse } from '#platform/contributions/module.ts';
import { officePaths } from '../paths.ts';

/** The events that show these pictures. */
export async function agendaPhotoUses(ctx: Context, imageIds: readonly string[]): Promise<PhotoUse[]> {
  if (imageIds.length === 0) return [];
  const { rows } = await ctx.db.execute<{ imageId: string; id: string; title: string; isPublic: boolean }>(sql`
    select image_id as "imageId", id, title, status = 'published' and trashed_at is null as "isPublic"
    from agenda_events where image_id = any (${`{${imageIds.join(',')}}`}::uuid[]) order by title, id`);
  return rows.map(({ imageId, id, title, isPublic }) => ({
    imageId,
    label: `Rendez-vous « ${title} »`,
    href: officePaths.event(id),
    isPublic,
  }));
}

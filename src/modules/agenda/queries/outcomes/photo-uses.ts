import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { PhotoUse } from '#platform/contributions/module.ts';
import { outcomeOffice } from '../../outcome-paths.ts';

/** Past dates whose outcome shows these pictures. */
export async function outcomePhotoUses(ctx: Context, imageIds: readonly string[]): Promise<PhotoUse[]> {
  if (imageIds.length === 0) return [];
  const { rows } = await ctx.db.execute<{
    imageId: string;
    occurrenceId: string;
    title: string;
    isPublic: boolean;
  }>(sql`
    select w.id as "imageId", r.occurrence_id as "occurrenceId", e.title,
      e.status = 'published' and e.trashed_at is null as "isPublic"
    from unnest(${`{${imageIds.join(',')}}`}::uuid[]) as w (id) join agenda_outcomes r on w.id = any (r.photos)
      join agenda_events e on e.hub_id = r.hub_id and e.id = r.event_id order by e.title`);
  return rows.map(({ imageId, occurrenceId, title, isPublic }) => ({
    imageId,
    label: `Ce qui est sorti de « ${title} »`,
    href: outcomeOffice.outcome(occurrenceId),
    isPublic,
  }));
}

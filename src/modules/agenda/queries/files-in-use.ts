import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';

/** Which of these pictures and documents an event or its outcome names. */
export async function filesInUse(ctx: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await ctx.db.execute<{
    id: string;
  }>(sql`select x.id from unnest(${`{${ids.join(',')}}`}::uuid[]) x (id)
    where exists (select from agenda_events e where e.image_id = x.id or x.id = any (e.files))
      or exists (select from agenda_outcomes o where x.id = any (o.photos) or x.id = any (o.files))`);
  return rows.map(({ id }) => id);
}

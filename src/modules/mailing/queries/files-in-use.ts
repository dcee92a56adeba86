import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';

/** Which of these pictures a mailing or a contribution shows. */
export async function filesInUse(ctx: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await ctx.db.execute<{
    id: string;
  }>(sql`select x.id from unnest(${`{${ids.join(',')}}`}::uuid[]) x (id)
    where exists (select from mailing_items i where i.picture_id = x.id)
      or exists (select from edition_contributions c where c.picture_id = x.id)`);
  return rows.map(({ id }) => id);
}

import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';

/** Which of these pictures a publication shows, or one kept aside. */
export async function filesInUse(ctx: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await ctx.db.execute<{ id: string }>(sql`select distinct p.image_id as id from publications p
    where p.image_id = any (${`{${ids.join(',')}}`}::uuid[])`);
  return rows.map(({ id }) => id);
}

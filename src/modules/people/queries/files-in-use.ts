import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';

/** Which of these documents are kept with a sheet. */
export async function filesInUse(ctx: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select distinct file_id as id from relation_documents where file_id = any (${`{${ids.join(',')}}`}::uuid[])`,
  );
  return rows.map(({ id }) => id);
}

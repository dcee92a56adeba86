import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';

/** Which of these documents are papers of a session, or a sheet that was scanned. */
export async function filesInUse(ctx: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await ctx.db.execute<{
    id: string;
  }>(sql`select x.id from unnest(${`{${ids.join(',')}}`}::uuid[]) x (id)
    where exists (select from training_documents d where d.file_id = x.id)
      or exists (select from training_half_days h where h.scan_file_id = x.id)`);
  return rows.map(({ id }) => id);
}

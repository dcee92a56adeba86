import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** The mapping that last served for a list of these columns, and how the list was called. */
export async function rememberedMapping(
  db: Reader,
  columnsPrint: string,
): Promise<{ source: string; mapping: unknown } | null> {
  const { rows } = await db.execute<{ source: string; mapping: unknown }>(
    sql`select source, mapping from import_mappings where columns_print = ${columnsPrint} order by used_at desc limit 1`,
  );
  return rows[0] ?? null;
}

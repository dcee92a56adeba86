import { sql } from 'drizzle-orm';
import type { Database } from '#platform/db/database.ts';

/** Tells the planner that many sheets have just come, so that pages stay quick until the server notices by itself. */
export async function refreshStatistics(db: Database): Promise<void> {
  await db.execute(sql`select essaim_directory_statistics()`);
}

import { eq, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { publications } from '../tables.ts';

/** Whether this hub has, or ever had, its doors: those it removed do not come back by themselves. */
export async function hasOpenedDoors(db: Reader): Promise<boolean> {
  const [door] = await db
    .select({ id: publications.id })
    .from(publications)
    .where(eq(publications.kind, 'door'))
    .limit(1);
  if (door) return true;
  const { rows } = await db.execute(sql`select 1 from audit_entries where command = 'publishing.open-doors' limit 1`);
  return rows.length > 0;
}

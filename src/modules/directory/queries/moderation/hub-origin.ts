import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** The public address of the hub under its own domain name, or null when it has none. */
export async function hubOrigin(db: Reader, hubId: string): Promise<string | null> {
  const { rows } = await db.execute<{ host: string }>(sql`select host from hub_domains where hub_id = ${hubId} order by is_primary desc, host limit 1`);
  return rows[0] ? `https://${rows[0].host}` : null;
}

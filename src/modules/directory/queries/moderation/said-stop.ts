import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** Whether the people behind this address asked that nothing more be asked about this sheet. */
export async function saidStop(db: Reader, organizationId: string, address: string): Promise<boolean> {
  const { rows } = await db.execute(sql`select 1 from confirmation_requests
    where organization_id = ${organizationId} and answer = 'stop' and lower(sent_to) = lower(${address}) limit 1`);
  return rows.length > 0;
}

import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';

/** Whether this secret opens this sheet now: it was given to whoever used a link mailed to the structure. */
export async function holdsSheet(
  db: Reader,
  organizationId: string,
  secret: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await db.execute(sql`select 1 from organization_claims where session_hash = ${hashSecret(secret)}
    and organization_id = ${organizationId} and session_expires_at > ${now.toString()}`);
  return rows.length > 0;
}

import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';

/** Whether a mailed link can still be used for this sheet. Looking at it uses nothing. */
export async function isClaimLinkGood(
  db: Reader,
  organizationId: string,
  token: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await db.execute(sql`select 1 from organization_claims where token_hash = ${hashSecret(token)}
    and organization_id = ${organizationId} and used_at is null and expires_at > ${now.toString()}`);
  return rows.length > 0;
}

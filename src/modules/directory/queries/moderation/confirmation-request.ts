import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';

/** A question asked to a structure, found by the link of its mail. */
export interface ConfirmationRequest {
  organizationId: string;
  answer: 'right' | 'corrected' | 'stop' | null;
}

/** The question behind a link, while it may be answered. */
export async function confirmationRequest(
  db: Reader,
  token: string,
  now: Temporal.Instant,
): Promise<ConfirmationRequest | null> {
  const { rows } = await db.execute<{ organizationId: string; answer: ConfirmationRequest['answer'] }>(sql`
    select organization_id as "organizationId", answer from confirmation_requests
    where token_hash = ${hashSecret(token)} and expires_at > ${now.toString()}`);
  return rows[0] ?? null;
}

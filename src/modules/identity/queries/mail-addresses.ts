import { and, eq, isNotNull } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { accounts, contactPoints } from '../tables.ts';

/**
 * The mail addresses known to be a person's own: the one she signs in with and those she confirmed. An address merely
 * written down is left out, for it could be somebody else's and would lead to what that other person wrote.
 */
export async function mailAddresses(db: Reader, personId: string): Promise<string[]> {
  const confirmed = await db
    .select({ email: contactPoints.normalised })
    .from(contactPoints)
    .where(
      and(eq(contactPoints.personId, personId), eq(contactPoints.kind, 'email'), isNotNull(contactPoints.verifiedAt)),
    );
  const [account] = await db
    .select({ email: accounts.email })
    .from(accounts)
    .where(and(eq(accounts.personId, personId), isNotNull(accounts.firstSignedInAt)));
  return [...new Set([...confirmed.map((point) => point.email), ...(account?.email ? [account.email] : [])])];
}

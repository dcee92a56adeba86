import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { contactPoints } from '../tables.ts';

/** The mail address a person prefers, or her oldest one; null when mail does not reach her. */
export async function preferredAddress(db: Reader, personId: string): Promise<string | null> {
  const [address] = await db
    .select({ email: contactPoints.normalised })
    .from(contactPoints)
    .where(and(eq(contactPoints.personId, personId), eq(contactPoints.kind, 'email'), isNull(contactPoints.retiredAt)))
    .orderBy(desc(contactPoints.preferred), contactPoints.createdAt)
    .limit(1);
  return address?.email ?? null;
}

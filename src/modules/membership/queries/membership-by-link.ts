import { eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { linkHash } from '../links.ts';
import { memberships, type MembershipRow } from '../tables.ts';

/** The membership that a private link renews; null for any other address. */
export async function membershipByLink(db: Reader, secret: string): Promise<MembershipRow | null> {
  if (!/^[\w-]{43}$/.test(secret)) return null;
  const [row] = await db
    .select()
    .from(memberships)
    .where(eq(memberships.linkHash, linkHash(secret)));
  return row ?? null;
}

export async function membershipOf(db: Reader, id: string): Promise<MembershipRow | null> {
  const [row] = await db.select().from(memberships).where(eq(memberships.id, id));
  return row ?? null;
}

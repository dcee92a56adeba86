import { eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { chargeHash } from '../links.ts';
import { charges } from '../tables.ts';

/** The charge whose private address ends with this secret. */
export async function chargeByLink(db: Reader, secret: string) {
  const [charge] = await db
    .select()
    .from(charges)
    .where(eq(charges.linkHash, chargeHash(secret)));
  return charge ?? null;
}

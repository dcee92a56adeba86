import { eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { paymentNotices } from '../tables.ts';

/** Whether this very notice already came. */
export async function knowsNotice(db: Reader, fingerprint: string): Promise<boolean> {
  const [found] = await db
    .select({ id: paymentNotices.id })
    .from(paymentNotices)
    .where(eq(paymentNotices.fingerprint, fingerprint));
  return found !== undefined;
}

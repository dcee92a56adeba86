import { and, eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { mailingDeliveries, mailings } from '../tables.ts';

/** The copy a link was written for; null when it was forgotten since. */
export async function copyOfLink(
  db: Reader,
  deliveryId: string,
): Promise<{ address: string; title: string; subscriberId: string | null; isStopped: boolean } | null> {
  const [copy] = await db
    .select({
      address: mailingDeliveries.address,
      title: mailings.title,
      subscriberId: mailingDeliveries.subscriberId,
      unsubscribedAt: mailingDeliveries.unsubscribedAt,
    })
    .from(mailingDeliveries)
    .innerJoin(mailings, and(eq(mailings.hubId, mailingDeliveries.hubId), eq(mailings.id, mailingDeliveries.mailingId)))
    .where(eq(mailingDeliveries.id, deliveryId));
  return copy ? { ...copy, isStopped: copy.unsubscribedAt !== null } : null;
}

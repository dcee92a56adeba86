import { and, eq, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { mailingDeliveries, mailings } from '../tables.ts';

/**
 * The copy a link was written for; null when it was forgotten since. `isStopped`: it was used, and nothing leaves for this
 * address any more: who came back since may stop again by the same letter.
 */
export async function copyOfLink(
  db: Reader,
  deliveryId: string,
): Promise<{ address: string; title: string; subscriberId: string | null; isStopped: boolean } | null> {
  const [copy] = await db
    .select({
      address: mailingDeliveries.address,
      title: mailings.title,
      subscriberId: mailingDeliveries.subscriberId,
      isStopped: sql<boolean>`${mailingDeliveries.unsubscribedAt} is not null and exists (select from mail_suppressions s
        where s.print = essaim_mail_print(${mailingDeliveries.address}) and s.until is null)`,
    })
    .from(mailingDeliveries)
    .innerJoin(mailings, and(eq(mailings.hubId, mailingDeliveries.hubId), eq(mailings.id, mailingDeliveries.mailingId)))
    .where(eq(mailingDeliveries.id, deliveryId));
  return copy ?? null;
}

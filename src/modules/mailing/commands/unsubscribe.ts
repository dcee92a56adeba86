import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { readerUnsubscribed } from '../facts.ts';
import { suppress } from '../sending/keep-bounce.ts';
import { mailingDeliveries, newsletterSubscribers, subscriptionConsents } from '../tables.ts';

/**
 * Stops all mailings for the reader of a copy, at once and for good. Whoever holds the link of a copy may: it is in the
 * message, and mail programs follow it for their reader (RFC 8058).
 */
export const unsubscribe = command({
  name: 'mailing.unsubscribe',
  input: z.object({ deliveryId: z.uuid() }),
  allow: () => true,
  async run(work, { deliveryId }) {
    const now = work.now();
    const [copy] = await work.db
      .select({ address: mailingDeliveries.address, mailingId: mailingDeliveries.mailingId })
      .from(mailingDeliveries)
      .where(eq(mailingDeliveries.id, deliveryId));
    if (!copy) return refuse('not_found');
    await work.db.update(mailingDeliveries).set({ unsubscribedAt: now }).where(eq(mailingDeliveries.id, deliveryId));
    await suppress(work, { address: copy.address, reason: 'unsubscribed' });
    const ended = await work.db
      .update(newsletterSubscribers)
      .set({ endedAt: now })
      .where(eq(newsletterSubscribers.address, copy.address))
      .returning({ id: newsletterSubscribers.id });
    for (const { id: subscriberId } of ended)
      await work.db
        .insert(subscriptionConsents)
        .values({ id: work.newId(), subscriberId, act: 'ended', source: 'lien de désabonnement', at: now });
    work.publish(readerUnsubscribed(copy.address));
    work.record({ subjectKind: 'mailing', subjectId: copy.mailingId, summary: 'Désabonnement de tous les envois' });
    return accept({ address: copy.address });
  },
});

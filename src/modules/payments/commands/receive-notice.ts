import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { verifyJob } from '../jobs/verify-job.ts';
import { paymentNotices } from '../tables.ts';

/** Keeps that a notice came, and asks for what it speaks of to be read again. A repeat does nothing. */
export const receiveNotice = command({
  name: 'payments.receive-notice',
  input: z.object({
    fingerprint: z.string().min(20).max(100),
    kind: z.enum(['Order', 'Payment']),
    hint: verifyJob.payload.omit({ checkoutId: true }),
  }),
  allow: () => true,
  async run(work, { fingerprint, kind, hint }) {
    const [added] = await work.db
      .insert(paymentNotices)
      .values({ id: work.newId(), fingerprint, kind, receivedAt: work.now() })
      .onConflictDoNothing()
      .returning({ id: paymentNotices.id });
    if (!added) return refuse('already_known');
    await work.enqueue(verifyJob, hint);
    work.record({ subjectKind: 'payments', subjectId: added.id, summary: 'Avis de paiement reçu de HelloAsso' });
    return accept(null);
  },
});

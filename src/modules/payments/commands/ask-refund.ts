import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { formatMoney } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepPayments } from '../policy.ts';
import { paymentEntries } from '../tables.ts';
import { lockCharge } from './saving/lock-charge.ts';

/** Keeps who asks the provider to give a payment back; answers the checkout it came by. */
export const askRefund = command({
  name: 'payments.ask-refund',
  input: z.object({ chargeId: z.uuid(), paymentId: z.int().positive() }),
  allow: mayKeepPayments,
  async run(work, { chargeId, paymentId }) {
    const charge = await lockCharge(work, chargeId);
    const [line] = await work.db
      .select()
      .from(paymentEntries)
      .where(
        and(
          eq(paymentEntries.chargeId, chargeId),
          eq(paymentEntries.providerPaymentId, paymentId),
          eq(paymentEntries.kind, 'payment'),
        ),
      );
    if (!charge || !line?.checkoutId) return refuse('not_found');
    if (charge.received - charge.returned < line.amount) return refuse('already_returned');
    work.record({
      subjectKind: 'charge',
      subjectId: chargeId,
      summary: `Remboursement de ${formatMoney(line.amount)} demandé à HelloAsso : ${charge.label}, ${charge.payerName}`,
    });
    return accept({ checkoutId: line.checkoutId });
  },
});

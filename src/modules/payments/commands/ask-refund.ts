import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { formatMoney } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepPayments } from '../policy.ts';
import { charges, paymentEntries } from '../tables.ts';
import { lockCharge } from './saving/lock-charge.ts';

/**
 * Keeps who asks the provider to give back a payment, or a part of it; answers the checkout it came by, and whether all
 * of the payment is asked. The version is that of the page where it was decided: two colleagues do not give back twice.
 */
export const askRefund = command({
  name: 'payments.ask-refund',
  input: z.object({
    chargeId: z.uuid(),
    paymentId: z.int().positive(),
    /** In cents. */
    amount: z.int().positive('Écrivez une somme au-dessus de zéro.'),
    version: z.int(),
  }),
  allow: mayKeepPayments,
  async run(work, { chargeId, paymentId, amount, version }) {
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
    const [own] = await work.db
      .select({ left: sql<number>`sum(${paymentEntries.amount})::int` })
      .from(paymentEntries)
      .where(and(eq(paymentEntries.chargeId, chargeId), eq(paymentEntries.providerPaymentId, paymentId)));
    const most = Math.min(own?.left ?? 0, charge.received - charge.returned);
    if (most <= 0) return refuse('already_returned');
    if (charge.version !== version) return refuse('charge_changed');
    if (amount > most)
      return refuse('more_than_received', { fields: { amount: `Il n’y a que ${formatMoney(most)} à rendre.` } });
    await work.db
      .update(charges)
      .set({ version: charge.version + 1, updatedAt: work.now() })
      .where(eq(charges.id, chargeId));
    work.record({
      subjectKind: 'charge',
      subjectId: chargeId,
      summary: `Remboursement de ${formatMoney(amount)} demandé à HelloAsso : ${charge.label}, ${charge.payerName}`,
    });
    return accept({ checkoutId: line.checkoutId, isWhole: amount === line.amount });
  },
});

import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { totalOf, type InvoiceLine } from '../domain/invoice-line.ts';
import { charges } from '../tables.ts';
import { correctInvoice } from './saving/correct-invoice.ts';
import { lockCharge } from './saving/lock-charge.ts';
import { settleCharge } from './saving/settle-charge.ts';

/** What a charge asks from now on. */
export interface Adjustment {
  /** In cents; zero stops asking. */
  amount: number;
  /** Said on the line that makes the difference, on the credit note, or as the reason nothing is asked any more. */
  why: string;
  /** What makes the amount; without it, a line of the difference is added to those there are. */
  lines?: readonly InvoiceLine[];
}

/**
 * Changes what a charge asks once something was received, in the transaction of the act that changes it; one that was
 * cancelled asks again. What was received in excess shows among what is to give back; an invoice already sent is cancelled and made again.
 */
export async function adjustCharge(
  work: CommandContext,
  chargeId: string,
  { amount, why, lines }: Adjustment,
): Promise<void> {
  const charge = await lockCharge(work, chargeId);
  if (!charge || (amount === 0 ? charge.cancelledAt : charge.amount === amount && !charge.cancelledAt)) return;
  if (lines && totalOf(lines) !== amount) throw new RangeError(`these lines do not make ${amount}`);
  if (amount === 0) await settleCharge(work, charge, { cancelledAt: work.now(), cancelReason: why });
  else {
    const difference = { label: why, quantity: 1, unitPrice: amount - charge.amount };
    const others = amount === charge.amount ? charge.lines : [...charge.lines, difference];
    const asked = { amount, lines: [...(lines ?? others)] };
    await work.db.update(charges).set(asked).where(eq(charges.id, chargeId));
    await settleCharge(work, { ...charge, ...asked }, { cancelledAt: null, cancelReason: '' });
  }
  await correctInvoice(work, chargeId, why);
}

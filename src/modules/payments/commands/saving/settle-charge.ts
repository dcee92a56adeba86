import { desc, eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import type { ChargeState } from '../../domain/charge-states.ts';
import { balanceOf, stateOf } from '../../domain/ledger.ts';
import { chargePaid, chargeRefunded, chargeUnpaid } from '../../facts.ts';
import { charges, checkouts, paymentEntries } from '../../tables.ts';
import type { Charge } from './lock-charge.ts';
import { voidReceipts } from './void-receipts.ts';

/** Writes in a charge what its ledger and its checkouts prove, and tells those who wait for it. The charge is locked. */
export async function settleCharge(
  work: CommandContext,
  charge: Charge,
  change: Partial<Pick<Charge, 'cancelledAt' | 'cancelReason' | 'chosenWay'>> = {},
): Promise<ChargeState> {
  const lines = await work.db
    .select({ kind: paymentEntries.kind, amount: paymentEntries.amount })
    .from(paymentEntries)
    .where(eq(paymentEntries.chargeId, charge.id));
  const tried = await work.db
    .select({ state: checkouts.state, orderId: checkouts.orderId })
    .from(checkouts)
    .where(eq(checkouts.chargeId, charge.id))
    .orderBy(desc(checkouts.openedAt), desc(checkouts.id));
  const next = { ...charge, ...change };
  const balance = balanceOf(lines);
  const state = stateOf({
    ...balance,
    amount: charge.amount,
    isCancelled: next.cancelledAt !== null,
    isChecking: tried.some((checkout) => checkout.state === 'open'),
    wasRefused: tried[0]?.state === 'refused',
  });
  await work.db
    .update(charges)
    .set({ ...change, ...balance, state, version: charge.version + 1, updatedAt: work.now() })
    .where(eq(charges.id, charge.id));
  if (isOwedAgain(charge, state)) await voidReceipts(work, charge.id, 'La somme est due à nouveau');
  if (state !== charge.state) tell(work, charge, state);
  return state;
}

/** Paid, and no longer: what was received went back to where it came from. */
const isOwedAgain = (charge: Charge, state: ChargeState): boolean =>
  charge.state === 'paid' && state !== 'paid' && state !== 'cancelled' && state !== 'refunded';

function tell(work: CommandContext, charge: Charge, state: ChargeState): void {
  const subject = { module: charge.subjectModule, id: charge.subjectId };
  if (state === 'paid') work.publish(chargePaid(charge.id, subject));
  else if (state === 'refunded') work.publish(chargeRefunded(charge.id, subject));
  else if (isOwedAgain(charge, state)) work.publish(chargeUnpaid(charge.id, subject));
}

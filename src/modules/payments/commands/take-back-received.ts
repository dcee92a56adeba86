import { and, eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { paymentEntries } from '../tables.ts';
import { lockCharge } from './saving/lock-charge.ts';
import { reverseEntry, type ReversalCause, type Reversed } from './saving/reverse-entry.ts';

/**
 * Takes back money that a line of the ledger of a charge says received, in the transaction of the act of another module: what follows money that
 * went back follows. What was paid on the hub’s own payment page is read at the provider only.
 */
export async function takeBackReceived(
  work: CommandContext,
  { chargeId, entryId, cause, reason }: { chargeId: string; entryId: string; cause: ReversalCause; reason: string },
): Promise<Reversed | 'not_found' | 'read_online'> {
  const charge = await lockCharge(work, chargeId);
  const [entry] = await work.db
    .select()
    .from(paymentEntries)
    .where(and(eq(paymentEntries.id, entryId), eq(paymentEntries.chargeId, chargeId)));
  if (!charge || entry?.kind !== 'payment') return 'not_found';
  if (entry.checkoutId) return 'read_online';
  return reverseEntry(work, charge, entry, { cause, reason: reason.slice(0, 300) });
}

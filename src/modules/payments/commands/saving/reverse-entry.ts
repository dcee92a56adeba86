import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import type { EntryKind } from '../../domain/ledger.ts';
import { paymentEntries } from '../../tables.ts';
import { addEntry } from './add-entry.ts';
import type { Charge } from './lock-charge.ts';
import { settleCharge } from './settle-charge.ts';

/** Why a line no longer holds: it was a mistake, the bank took the money back, or it was given back to the payer. */
export const reversalCauses = ['mistake', 'bounced', 'refunded'] as const;
export type ReversalCause = (typeof reversalCauses)[number];

const kinds = { mistake: 'correction', bounced: 'contest', refunded: 'refund' } as const satisfies Record<
  ReversalCause,
  EntryKind
>;

export type Reversed = 'done' | 'already_reversed' | 'already_returned';

/** Writes the line that says the opposite of one of a charge that the transaction holds: the ledger keeps both. */
export async function reverseEntry(
  work: CommandContext,
  charge: Charge,
  entry: typeof paymentEntries.$inferSelect,
  { cause, reason }: { cause: ReversalCause; reason: string },
): Promise<Reversed> {
  if (entry.reversesId) return 'already_reversed';
  const [reversed] = await work.db.select().from(paymentEntries).where(eq(paymentEntries.reversesId, entry.id));
  if (reversed) return 'already_reversed';
  if (entry.kind === 'payment' && charge.received - charge.returned < entry.amount) return 'already_returned';
  await addEntry(work, charge.id, {
    kind: entry.kind === 'refund' ? 'refund' : kinds[cause],
    way: entry.way,
    amount: -entry.amount,
    receivedOn: work.now().toZonedDateTimeISO(work.zone).toPlainDate(),
    number: entry.number,
    note: reason,
    reversesId: entry.id,
  });
  await settleCharge(work, charge);
  return 'done';
}

import { eq, sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import type { EntryKind } from '../../domain/ledger.ts';
import type { Way } from '../../domain/ways.ts';
import { paymentEntries } from '../../tables.ts';

/** A line to add to the ledger of a charge, in cents. */
export interface NewEntry {
  kind: EntryKind;
  way: Way;
  amount: number;
  receivedOn: Temporal.PlainDate;
  number?: string;
  bank?: string;
  note?: string;
  checkoutId?: string;
  providerPaymentId?: number;
  reversesId?: string;
}

/** Adds a line to the ledger of a charge that the transaction holds; `settleCharge` must follow. */
export async function addEntry(work: CommandContext, chargeId: string, entry: NewEntry): Promise<string> {
  const id = work.newId();
  const [last] = await work.db
    .select({ position: sql<number>`coalesce(max(${paymentEntries.position}), 0)::int` })
    .from(paymentEntries)
    .where(eq(paymentEntries.chargeId, chargeId));
  await work.db.insert(paymentEntries).values({
    ...entry,
    id,
    chargeId,
    position: (last?.position ?? 0) + 1,
    recordedById: work.actor?.personId ?? null,
    recordedBy: work.actor?.name ?? '',
    at: work.now(),
  });
  return id;
}

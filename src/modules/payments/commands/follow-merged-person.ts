import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { charges, paymentEntries } from '../tables.ts';

/** After two persons became one: what the second one owed or typed is the first one's. */
export async function movePaymentsTo(work: CommandContext, keptId: string, mergedId: string): Promise<void> {
  await work.db.update(charges).set({ personId: keptId }).where(eq(charges.personId, mergedId));
  await work.db.update(paymentEntries).set({ recordedById: keptId }).where(eq(paymentEntries.recordedById, mergedId));
}

import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepMemberships } from '../../policy.ts';
import { taxReceiptNumber } from '../domain/gift.ts';
import { taxReceipts } from '../tables.ts';

/** Cancels a receipt that says something wrong, or whose money went back: its number stays, crossed out. */
export const cancelTaxReceipt = command({
  name: 'membership.cancel-tax-receipt',
  input: z.object({
    id: z.uuid(),
    reason: z.string().trim().min(1, 'Dites pourquoi : le registre le gardera.').max(300, '300 caractères au plus.'),
  }),
  allow: mayKeepMemberships,
  async run(work, { id, reason }) {
    const [row] = await work.db.select().from(taxReceipts).where(eq(taxReceipts.id, id)).for('update');
    if (!row) return refuse('not_found');
    if (row.cancelledAt) return refuse('already_cancelled');
    await work.db
      .update(taxReceipts)
      .set({ cancelledAt: work.now(), cancelReason: reason })
      .where(eq(taxReceipts.id, id));
    work.record({
      subjectKind: 'tax-receipt',
      subjectId: id,
      summary: `Reçu fiscal ${taxReceiptNumber(row)} annulé : ${row.donorName}`,
      details: { reason },
    });
    return accept(null);
  },
});

/** Crosses out the receipt of a charge, in the transaction that learns its money went back. */
export async function cancelTaxReceiptOf(work: CommandContext, chargeId: string, reason: string): Promise<void> {
  const cancelled = await work.db
    .update(taxReceipts)
    .set({ cancelledAt: work.now(), cancelReason: reason })
    .where(and(eq(taxReceipts.chargeId, chargeId), isNull(taxReceipts.cancelledAt)))
    .returning();
  for (const row of cancelled)
    work.record({
      subjectKind: 'tax-receipt',
      subjectId: row.id,
      summary: `Reçu fiscal ${taxReceiptNumber(row)} annulé : ${row.donorName}`,
      details: { reason },
    });
}

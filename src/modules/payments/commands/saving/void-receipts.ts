import { and, eq, isNull } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { invoiceNumber } from '../../domain/invoice-numbers.ts';
import { invoices } from '../../tables.ts';

/**
 * Crosses out the receipts of a charge whose money went back: what they say is no longer so. Their numbers stay; paid
 * again, the charge has another one.
 */
export async function voidReceipts(work: CommandContext, chargeId: string, reason: string): Promise<void> {
  const voided = await work.db
    .update(invoices)
    .set({ voidedAt: work.now(), voidReason: reason })
    .where(and(eq(invoices.chargeId, chargeId), eq(invoices.kind, 'receipt'), isNull(invoices.voidedAt)))
    .returning({ id: invoices.id, kind: invoices.kind, year: invoices.year, number: invoices.number });
  for (const receipt of voided)
    work.record({
      subjectKind: 'invoice',
      subjectId: receipt.id,
      summary: `Reçu ${invoiceNumber(receipt)} annulé : ${reason.toLowerCase()}`,
    });
}

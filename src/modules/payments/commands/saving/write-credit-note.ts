import type { CommandContext } from '#platform/context/context.ts';
import { invoiceNumber } from '../../domain/invoice-numbers.ts';
import { drawInvoiceJob } from '../../jobs/draw-invoice-job.ts';
import { invoices } from '../../tables.ts';
import { takeNumber } from './take-number.ts';

/** Cancels an invoice by a credit note with a number of its own; its file is drawn just after. The invoice is locked. */
export async function writeCreditNote(
  work: CommandContext,
  invoice: typeof invoices.$inferSelect,
  reason: string,
): Promise<{ id: string; number: string }> {
  const taken = await takeNumber(work, 'credit_note');
  const id = work.newId();
  const { seller, buyerName, buyerAddress, buyerSiren, lines, total, chargeId } = invoice;
  await work.db.insert(invoices).values({
    ...taken,
    id,
    kind: 'credit_note',
    chargeId,
    cancelsId: invoice.id,
    seller,
    buyerName,
    buyerAddress,
    buyerSiren,
    reference: reason,
    lines: lines.map((line) => ({ ...line, unitPrice: -line.unitPrice })),
    total: -total,
    issuedBy: work.actor?.name ?? '',
    createdAt: work.now(),
  });
  await work.enqueue(drawInvoiceJob, { id });
  return { id, number: invoiceNumber({ kind: 'credit_note', ...taken }) };
}

import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { invoicesOf } from '../../queries/invoices-of.ts';
import { invoices } from '../../tables.ts';
import { issueInvoice } from '../issue-invoice.ts';
import { writeCreditNote } from './write-credit-note.ts';

/**
 * After what is asked for a charge changed: the invoice that stands is cancelled by a credit note, and another tells what
 * is asked now, unless nothing is. Each takes the next number of its series.
 */
export async function correctInvoice(work: CommandContext, chargeId: string, reason: string): Promise<void> {
  const papers = await invoicesOf(work.db, [chargeId]);
  const standing = papers.find(({ kind, isCancelled }) => kind === 'invoice' && !isCancelled);
  if (!standing) return;
  const [invoice] = await work.db.select().from(invoices).where(eq(invoices.id, standing.id)).for('update');
  if (!invoice) return;
  const note = await writeCreditNote(work, invoice, reason.slice(0, 120));
  const { buyerName: name, buyerAddress: address, buyerSiren: siren, reference } = invoice;
  const next = await issueInvoice(work, { chargeId, kind: 'invoice', buyer: { name, address, siren }, reference });
  work.record({
    subjectKind: 'invoice',
    subjectId: note.id,
    summary: `Avoir ${note.number} : annule la facture ${standing.number}${next ? `, remplacée par ${next.number}` : ''}`,
    details: { reason },
  });
}

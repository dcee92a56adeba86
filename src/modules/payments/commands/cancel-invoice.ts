import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { invoiceNumber } from '../domain/invoice-numbers.ts';
import { mayKeepPayments } from '../policy.ts';
import { invoices } from '../tables.ts';
import { writeCreditNote } from './saving/write-credit-note.ts';

/** Cancels an invoice by a credit note, which bears a number of its own: nothing issued is ever removed. */
export const cancelInvoice = command({
  name: 'payments.cancel-invoice',
  input: z.object({ id: z.uuid(), reason: z.string().trim().min(1, 'Dites pourquoi.').max(120) }),
  allow: mayKeepPayments,
  async run(work, { id, reason }) {
    const [invoice] = await work.db.select().from(invoices).where(eq(invoices.id, id)).for('update');
    if (!invoice) return refuse('not_found');
    if (invoice.kind !== 'invoice') return refuse('not_an_invoice');
    const [cancelled] = await work.db
      .select({ id: invoices.id })
      .from(invoices)
      .where(sql`${invoices.cancelsId} = ${id}`);
    if (cancelled) return refuse('already_cancelled');
    const { id: noteId, number } = await writeCreditNote(work, invoice, reason);
    work.record({
      subjectKind: 'invoice',
      subjectId: noteId,
      summary: `Avoir ${number} : annule la facture ${invoiceNumber(invoice)}`,
      details: { reason },
    });
    return accept({ id: noteId, number });
  },
});

import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { invoiceNames, invoiceNumber } from '../domain/invoice-numbers.ts';
import { invoices } from '../tables.ts';

/** Ties the file drawn from an invoice to it, once: a second drawing is not kept. */
export const keepInvoiceFile = command({
  name: 'payments.keep-invoice-file',
  input: z.object({ id: z.uuid(), key: z.string(), sha256: z.string().length(64), bytes: z.int().positive() }),
  allow: () => true,
  async run(work, { id, key, sha256, bytes }) {
    const [kept] = await work.db
      .update(invoices)
      .set({ fileKey: key, fileSha256: sha256, fileBytes: bytes })
      .where(and(eq(invoices.id, id), isNull(invoices.fileKey)))
      .returning({ kind: invoices.kind, year: invoices.year, number: invoices.number });
    if (!kept) return refuse('already_drawn');
    work.record({
      subjectKind: 'invoice',
      subjectId: id,
      summary: `${invoiceNames[kept.kind]} ${invoiceNumber(kept)} mise en page`,
    });
    return accept(null);
  },
});

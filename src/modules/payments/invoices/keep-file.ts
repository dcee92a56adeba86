import { eq } from 'drizzle-orm';
import { paperIdentity } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { newFileKey } from '#platform/files/file-key.ts';
import { FileMissing } from '#platform/files/storage-error.ts';
import { keepInvoiceFile } from '../commands/keep-invoice-file.ts';
import { invoiceNumber } from '../domain/invoice-numbers.ts';
import type { PaymentDependencies } from '../ports.ts';
import { invoices } from '../tables.ts';
import { drawInvoice } from './draw-invoice.ts';

export type Invoice = typeof invoices.$inferSelect;

/** What drawing and keeping papers needs. */
export type PaperDependencies = Pick<PaymentDependencies, 'originOf'> & {
  readonly ports: Pick<PaymentDependencies['ports'], 'files'>;
};

/** The file of an invoice: the one kept, or drawn now and kept. Null when there is no such invoice. */
export async function invoiceFile(
  ctx: Context,
  deps: PaperDependencies,
  id: string,
): Promise<{ invoice: Invoice; bytes: Uint8Array } | null> {
  const invoice = await readInvoice(ctx, id);
  if (!invoice) return null;
  const kept = invoice.fileKey === null ? null : await keptFile(deps, invoice.fileKey);
  if (kept) return { invoice, bytes: kept };
  const cancelled = invoice.cancelsId === null ? null : await readInvoice(ctx, invoice.cancelsId);
  const paper = await paperIdentity(ctx, { origin: await deps.originOf(ctx.hubId), files: deps.ports.files });
  const bytes = await drawInvoice(invoice, paper, cancelled && invoiceNumber(cancelled));
  // A file lost by the store is drawn again to be shown; the one that was kept stays known by its hash.
  if (invoice.fileKey === null) await keep(ctx, deps, id, bytes);
  return { invoice, bytes };
}

async function keep(ctx: Context, { ports: { files } }: PaperDependencies, id: string, bytes: Uint8Array) {
  const key = newFileKey(`papiers/${ctx.hubId}`, 'pdf');
  let isKept = false;
  try {
    const { sha256 } = await files.put(key, bytes, { contentType: 'application/pdf' });
    const outcome = await execute(ctx, keepInvoiceFile, { id, key, sha256, bytes: bytes.byteLength });
    isKept = outcome.ok;
  } finally {
    if (!isKept) await files.delete(key);
  }
}

async function keptFile({ ports: { files } }: PaperDependencies, key: string): Promise<Uint8Array | null> {
  try {
    return await files.getBytes(key);
  } catch (error) {
    if (error instanceof FileMissing) return null;
    throw error;
  }
}

async function readInvoice(ctx: Context, id: string): Promise<Invoice | null> {
  const [row] = await ctx.db.select().from(invoices).where(eq(invoices.id, id));
  return row ?? null;
}

import { asc, inArray, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { invoiceNumber, type InvoiceKind } from '../domain/invoice-numbers.ts';
import { invoices } from '../tables.ts';

/** A numbered paper as lists show it. */
export interface InvoiceView {
  id: string;
  kind: InvoiceKind;
  /** « F-2026-0042 ». */
  number: string;
  chargeId: string;
  issuedOn: Temporal.PlainDate;
  total: number;
  buyerName: string;
  /** A credit note cancelled it, or the money of a receipt went back. */
  isCancelled: boolean;
  /** Where its file is, once drawn. */
  fileKey: string | null;
}

/** The papers of some charges, oldest first. */
export async function invoicesOf(db: Reader, chargeIds: readonly string[]): Promise<InvoiceView[]> {
  if (chargeIds.length === 0) return [];
  const rows = await db
    .select({
      id: invoices.id,
      kind: invoices.kind,
      year: invoices.year,
      number: invoices.number,
      chargeId: invoices.chargeId,
      issuedOn: invoices.issuedOn,
      total: invoices.total,
      buyerName: invoices.buyerName,
      fileKey: invoices.fileKey,
      isCancelled: sql<boolean>`(invoices.voided_at is not null
        or exists (select from invoices c where c.hub_id = invoices.hub_id and c.cancels_id = invoices.id))`,
    })
    .from(invoices)
    .where(inArray(invoices.chargeId, [...chargeIds]))
    .orderBy(asc(invoices.createdAt), asc(invoices.id));
  return rows.map(({ year, number, ...row }) => ({ ...row, number: invoiceNumber({ kind: row.kind, year, number }) }));
}

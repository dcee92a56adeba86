import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { formatDate } from '#platform/french/index.ts';
import { invoiceNumber, type InvoiceKind } from '../domain/invoice-numbers.ts';
import { wayNames } from '../domain/ways.ts';
import { sellerOf } from '../invoices/seller-of.ts';
import { drawInvoiceJob } from '../jobs/draw-invoice-job.ts';
import { invoices, paymentEntries } from '../tables.ts';
import { lockCharge, type Charge } from './saving/lock-charge.ts';
import { takeNumber } from './saving/take-number.ts';

/** A paper to give for a charge: an invoice asks or proves, a receipt proves that all was paid. */
export interface InvoiceToIssue {
  chargeId: string;
  kind: 'invoice' | 'receipt';
  /** Who it is made out to; the payer of the charge unless told. */
  buyer?: { name: string; address: string; siren?: string };
  /** What the buyer wants to read on it: an order number, a file of its training fund. */
  reference?: string;
}

export interface IssuedInvoice {
  id: string;
  /** « F-2026-0042 ». */
  number: string;
  isNew: boolean;
}

/**
 * Issues an invoice or a receipt in the transaction of the act that asks for it; its file is drawn just after. The one
 * that stands is given again rather than a second one. Null when the charge is unknown, cancelled or, for a receipt, not
 * yet paid.
 */
export async function issueInvoice(work: CommandContext, wanted: InvoiceToIssue): Promise<IssuedInvoice | null> {
  const charge = await lockCharge(work, wanted.chargeId);
  if (!charge || charge.cancelledAt || charge.state === 'refunded') return null;
  if (wanted.kind === 'receipt' && charge.state !== 'paid') return null;
  const standing = await standingInvoice(work, charge.id, wanted.kind);
  if (standing) return { id: standing.id, number: invoiceNumber(standing), isNew: false };

  const { seller, paymentDays } = await sellerOf(work);
  const taken = await takeNumber(work, wanted.kind);
  const id = work.newId();
  const settled = Math.min(charge.amount, charge.received - charge.returned);
  await work.db.insert(invoices).values({
    ...taken,
    id,
    kind: wanted.kind,
    chargeId: charge.id,
    dueOn: wanted.kind === 'invoice' ? (charge.dueOn ?? taken.issuedOn.add({ days: paymentDays })) : null,
    seller,
    buyerName: wanted.buyer?.name ?? charge.payerName,
    buyerAddress: wanted.buyer?.address ?? charge.payerAddress,
    buyerSiren: wanted.buyer?.siren ?? '',
    reference: wanted.reference ?? '',
    lines: charge.lines,
    total: charge.amount,
    settled,
    settlement: settled > 0 ? await settlementOf(work, charge) : '',
    issuedBy: work.actor?.name ?? '',
    createdAt: work.now(),
  });
  await work.enqueue(drawInvoiceJob, { id });
  return { id, number: invoiceNumber({ kind: wanted.kind, ...taken }), isNew: true };
}

/** The paper of this kind that stands: no credit note cancelled it, its money did not go back. */
async function standingInvoice(work: CommandContext, chargeId: string, kind: InvoiceKind) {
  const [found] = await work.db
    .select({ id: invoices.id, kind: invoices.kind, year: invoices.year, number: invoices.number })
    .from(invoices)
    .where(
      and(
        eq(invoices.chargeId, chargeId),
        eq(invoices.kind, kind),
        isNull(invoices.voidedAt),
        isNull(sql`(select c.id from invoices c where c.hub_id = invoices.hub_id and c.cancels_id = invoices.id)`),
      ),
    );
  return found;
}

/** « par chèque n° 123 le 4 mars 2026 », for each payment. */
async function settlementOf(work: CommandContext, charge: Charge): Promise<string> {
  const entries = await work.db
    .select()
    .from(paymentEntries)
    .where(
      and(
        eq(paymentEntries.chargeId, charge.id),
        eq(paymentEntries.kind, 'payment'),
        sql`not exists (select from payment_entries r where r.hub_id = payment_entries.hub_id and r.reverses_id = payment_entries.id)`,
      ),
    )
    .orderBy(asc(paymentEntries.position));
  return entries
    .map(({ way, number, receivedOn }) =>
      [wayNames[way], number && `n° ${number}`, `le ${formatDate(receivedOn)}`].filter(Boolean).join(' '),
    )
    .join(', ');
}

import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import type { InvoiceKind } from '../../domain/invoice-numbers.ts';
import { invoiceCounters, invoices } from '../../tables.ts';

/**
 * The next number of a series. Its counter is held until the end of the transaction, so that a number given is used, or
 * given again: no gap, no number twice. The day never goes back within a series, whatever the clock does.
 */
export async function takeNumber(
  work: CommandContext,
  kind: InvoiceKind,
): Promise<{ year: number; number: number; issuedOn: Temporal.PlainDate }> {
  const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
  const [counter] = await work.db
    .insert(invoiceCounters)
    .values({ kind, year: today.year, last: 1 })
    .onConflictDoUpdate({
      target: [invoiceCounters.hubId, invoiceCounters.kind, invoiceCounters.year],
      set: { last: sql`${invoiceCounters.last} + 1` },
    })
    .returning({ last: invoiceCounters.last });
  const [before] = await work.db
    .select({ issuedOn: sql<string | null>`max(${invoices.issuedOn})::text` })
    .from(invoices)
    .where(sql`${invoices.kind} = ${kind} and ${invoices.year} = ${today.year}`);
  const last = before?.issuedOn ? Temporal.PlainDate.from(before.issuedOn) : today;
  return {
    year: today.year,
    number: counter?.last ?? 1,
    issuedOn: Temporal.PlainDate.compare(last, today) > 0 ? last : today,
  };
}

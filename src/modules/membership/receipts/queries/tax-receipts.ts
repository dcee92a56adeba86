import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { taxReceipts, type TaxReceiptRow } from '../tables.ts';

export type { TaxReceiptRow } from '../tables.ts';

/** A receipt in the list; `isReturned` when what it told was given back since. */
export type TaxReceiptListed = TaxReceiptRow & { isReturned: boolean };

const ofYear = (year: number) => sql`extract(year from ${taxReceipts.paidOn}) = ${year}`;

/** Receipts for what was given in a year. */
export async function taxReceiptsOf(db: Reader, year: number): Promise<TaxReceiptListed[]> {
  const rows = await db
    .select({
      receipt: taxReceipts,
      isReturned: sql<boolean>`exists (select from charges c where c.hub_id = tax_receipts.hub_id
        and c.id = tax_receipts.charge_id and (c.returned > 0 or c.state <> 'paid'))`,
    })
    .from(taxReceipts)
    .where(ofYear(year))
    .orderBy(desc(taxReceipts.year), desc(taxReceipts.number))
    .limit(2000);
  return rows.map(({ receipt, isReturned }) => ({ ...receipt, isReturned }));
}

/** What the yearly declaration asks: how many receipts, and for how much (CGI, art. 222 bis). */
export async function yearlyTotal(db: Reader, year: number): Promise<{ count: number; amount: number }> {
  const [row] = await db
    .select({
      count: sql<number>`count(*)::int`,
      amount: sql<number>`coalesce(sum(${taxReceipts.amount}), 0)::int`,
    })
    .from(taxReceipts)
    .where(and(ofYear(year), isNull(taxReceipts.cancelledAt)));
  return row ?? { count: 0, amount: 0 };
}

export async function taxReceipt(db: Reader, id: string): Promise<TaxReceiptRow | null> {
  const [row] = await db.select().from(taxReceipts).where(eq(taxReceipts.id, id));
  return row ?? null;
}

/** Receipts that stand for these charges. */
export async function receiptsOfCharges(db: Reader, chargeIds: readonly string[]): Promise<TaxReceiptRow[]> {
  if (chargeIds.length === 0) return [];
  return db
    .select()
    .from(taxReceipts)
    .where(and(inArray(taxReceipts.chargeId, [...chargeIds]), isNull(taxReceipts.cancelledAt)))
    .orderBy(asc(taxReceipts.year), asc(taxReceipts.number));
}

import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { invoiceNumber, type InvoiceKind } from '../domain/invoice-numbers.ts';

/** A numbered paper in the list of all of them. */
export interface InvoiceRow {
  id: string;
  kind: InvoiceKind;
  number: string;
  chargeId: string;
  issuedOn: Temporal.PlainDate;
  dueOn: string;
  buyerName: string;
  label: string;
  total: number;
  /** Number of the invoice that a credit note cancels, or of the credit note that cancels an invoice. */
  tiedTo: string;
  isVoid: boolean;
}

type Raw = Omit<InvoiceRow, 'issuedOn' | 'number' | 'tiedTo'> & {
  issuedOn: string;
  year: number;
  number: number;
  tiedKind: InvoiceKind | null;
  tiedYear: number | null;
  tiedNumber: number | null;
  whole: number;
};

export const invoicesAPage = 50;

const select = sql`select i.id, i.kind, i.year, i.number, i.charge_id as "chargeId", i.issued_on::text as "issuedOn",
    coalesce(i.due_on::text, '') as "dueOn", i.voided_at is not null as "isVoid", i.buyer_name as "buyerName", c.label, i.total,
    o.kind as "tiedKind", o.year as "tiedYear", o.number as "tiedNumber", count(*) over ()::int as whole
  from invoices i
  join charges c on c.hub_id = i.hub_id and c.id = i.charge_id
  left join invoices o on o.hub_id = i.hub_id and (o.id = i.cancels_id or o.cancels_id = i.id)`;

/** Years in which something was issued, latest first. */
export async function invoiceYears(ctx: Context): Promise<number[]> {
  const { rows } = await ctx.db.execute<{ year: number }>(sql`select distinct year from invoices order by year desc`);
  return rows.map((row) => row.year);
}

/** One page of the papers of a year, or of all, latest first. */
export async function invoiceList(
  ctx: Context,
  { year, kind }: { year: number | null; kind: InvoiceKind | null },
  page: number | 'all',
): Promise<{ rows: InvoiceRow[]; count: number }> {
  const window = page === 'all' ? sql`` : sql`limit ${invoicesAPage} offset ${(page - 1) * invoicesAPage}`;
  const { rows } = await ctx.db.execute<Raw>(sql`${select}
    where ${year === null ? sql`true` : sql`i.year = ${year}`} and ${kind === null ? sql`true` : sql`i.kind = ${kind}`}
    order by i.issued_on desc, i.kind, i.number desc ${window}`);
  return { rows: rows.map(read), count: rows[0]?.whole ?? 0 };
}

function read(row: Raw): InvoiceRow {
  const { year, number, tiedKind, tiedYear, tiedNumber, whole: _whole, ...rest } = row;
  const isTied = tiedKind !== null && tiedYear !== null && tiedNumber !== null;
  return {
    ...rest,
    number: invoiceNumber({ kind: row.kind, year, number }),
    issuedOn: Temporal.PlainDate.from(row.issuedOn),
    tiedTo: isTied ? invoiceNumber({ kind: tiedKind, year: tiedYear, number: tiedNumber }) : '',
  };
}

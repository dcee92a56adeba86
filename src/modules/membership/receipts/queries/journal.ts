import { sql } from 'drizzle-orm';
import type { PaymentWay } from '#modules/payments/index.ts';
import type { Context } from '#platform/context/context.ts';
import { journalLines } from '../domain/bookkeeping.ts';
import { moneySettings } from './money-settings.ts';

/** A line of the journal as the accountant reads it; amounts in cents. */
export interface JournalRow {
  date: string;
  /** « AD2026-0042 »: the same for the lines of one sum, never changed. */
  piece: string;
  account: string;
  label: string;
  debit: number;
  credit: number;
}

type Entry = {
  id: string;
  at: string;
  date: string;
  rank: number;
  way: PaymentWay;
  amount: number;
  before: number;
  dues: number;
  gifts: number;
  label: string;
};

const entriesARead = 500;

/** What came in and went out for memberships in a year, in the order it was noted, some hundreds at a time. */
export async function* eachJournalRow(ctx: Context, year: number): AsyncGenerator<JournalRow> {
  const accounts = await moneySettings(ctx.db);
  for (let offset = 0; ; offset += entriesARead) {
    const { rows }: { rows: Entry[] } = await ctx.db.execute<Entry>(sql`
      with own as (
        select e.*, c.subject_id, c.payer_name,
          coalesce(sum(e.amount) over (partition by e.charge_id order by e.position rows between unbounded preceding and 1 preceding), 0)::int as before,
          row_number() over (partition by extract(year from e.received_on) order by e.at, e.id)::int as rank
        from payment_entries e join charges c on c.hub_id = e.hub_id and c.id = e.charge_id
        where c.subject_module = 'membership'
      )
      select o.id, o.received_on::text as date, o.rank, o.way, o.amount, o.before,
        coalesce(a.dues, 0)::int as dues, coalesce(a.gifts, 0)::int as gifts,
        concat_ws(', ', o.payer_name, nullif(o.number, '')) as label
      from own o
      left join lateral (select sum(x.dues) as dues, sum(x.donation) as gifts from membership_applications x
        where x.hub_id = o.hub_id and x.payer_id = o.subject_id) a on true
      where extract(year from o.received_on) = ${year}
      order by o.rank limit ${entriesARead} offset ${offset}`);
    for (const row of rows)
      for (const line of journalLines(row, accounts))
        yield {
          ...line,
          date: row.date,
          piece: `AD${year}-${String(row.rank).padStart(4, '0')}`,
          label: `${row.amount < 0 ? 'Rendu ou repris' : 'Adhésion'} : ${row.label}`,
        };
    if (rows.length < entriesARead) return;
  }
}

/** What a year holds, and in how many sums. */
export async function journalTotals(ctx: Context): Promise<{ year: number; count: number; amount: number }[]> {
  const { rows } = await ctx.db.execute<{ year: number; count: number; amount: number }>(sql`
    select extract(year from e.received_on)::int as year, count(*)::int as count, sum(e.amount)::int as amount
    from payment_entries e join charges c on c.hub_id = e.hub_id and c.id = e.charge_id
    where c.subject_module = 'membership' group by 1 order by 1 desc limit 10`);
  return rows;
}

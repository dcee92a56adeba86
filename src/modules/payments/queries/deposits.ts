import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';

/** A slip of cheques carried to the bank together. */
export interface Deposit {
  id: string;
  number: number;
  depositedOn: Temporal.PlainDate;
  createdBy: string;
  count: number;
  total: number;
}

type Raw = Omit<Deposit, 'depositedOn'> & { depositedOn: string };

const select = sql`select d.id, d.number, d.deposited_on::text as "depositedOn", d.created_by as "createdBy",
  count(e.id)::int as count, coalesce(sum(e.amount), 0)::int as total
  from cheque_deposits d
  left join cheque_deposit_lines l on l.hub_id = d.hub_id and l.deposit_id = d.id
  left join payment_entries e on e.hub_id = l.hub_id and e.id = l.entry_id`;
const grouped = sql`group by d.hub_id, d.id order by d.number desc`;

/** The slips, latest first. */
export async function listDeposits(ctx: Context): Promise<Deposit[]> {
  const { rows } = await ctx.db.execute<Raw>(sql`${select} ${grouped} limit 60`);
  return rows.map(read);
}

export async function readDeposit(ctx: Context, id: string): Promise<Deposit | null> {
  const { rows } = await ctx.db.execute<Raw>(sql`${select} where d.id = ${id} ${grouped}`);
  return rows[0] ? read(rows[0]) : null;
}

const read = (row: Raw): Deposit => ({ ...row, depositedOn: Temporal.PlainDate.from(row.depositedOn) });

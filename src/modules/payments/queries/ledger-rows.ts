import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { EntryKind } from '../domain/ledger.ts';
import type { Way } from '../domain/ways.ts';

/** A line of the ledger as files and pages show it; dates in ISO. */
export type EntryRow = {
  id: string;
  chargeId: string;
  kind: EntryKind;
  way: Way;
  amount: number;
  receivedOn: string;
  number: string;
  bank: string;
  note: string;
  recordedBy: string;
  providerPaymentId: string | null;
  reversesId: string | null;
  /** It came by a checkout that we opened: what came by other forms of the provider is given back there. */
  isByCheckout: boolean;
  isReversed: boolean;
  /** Number of the slip the cheque is in. */
  deposit: number | null;
  payerName: string;
  label: string;
};

const columns = sql`e.id, e.charge_id as "chargeId", e.kind, e.way, e.amount, e.received_on::text as "receivedOn",
  e.number, e.bank, e.note, e.recorded_by as "recordedBy", e.provider_payment_id::text as "providerPaymentId",
  e.reverses_id as "reversesId", e.checkout_id is not null as "isByCheckout", c.payer_name as "payerName", c.label, d.number as deposit,
  exists (select from payment_entries r where r.hub_id = e.hub_id and r.reverses_id = e.id) as "isReversed"`;
const joined = sql`payment_entries e
  join charges c on c.hub_id = e.hub_id and c.id = e.charge_id
  left join cheque_deposit_lines l on l.hub_id = e.hub_id and l.entry_id = e.id
  left join cheque_deposits d on d.hub_id = l.hub_id and d.id = l.deposit_id`;

/** The ledger of one charge, in its order. */
export async function ledgerOf(ctx: Context, chargeId: string): Promise<EntryRow[]> {
  const { rows } = await ctx.db.execute<EntryRow>(
    sql`select ${columns} from ${joined} where e.charge_id = ${chargeId} order by e.position`,
  );
  return rows;
}

/** Cheques received that no slip holds. */
export async function chequesToDeposit(ctx: Context): Promise<EntryRow[]> {
  const { rows } = await ctx.db.execute<EntryRow>(sql`select ${columns} from ${joined}
    where e.way = 'cheque' and e.kind = 'payment' and l.entry_id is null
      and not exists (select from payment_entries r where r.hub_id = e.hub_id and r.reverses_id = e.id)
    order by e.received_on, e.id limit 200`);
  return rows;
}

/** The cheques of one slip. */
export async function chequesOf(ctx: Context, depositId: string): Promise<EntryRow[]> {
  const { rows } = await ctx.db.execute<EntryRow>(
    sql`select ${columns} from ${joined} where l.deposit_id = ${depositId} order by e.received_on, e.id`,
  );
  return rows;
}

const rowsARead = 500;

/** Every line, in the order they were received, some hundreds at a time. */
export async function* eachEntry(ctx: Context): AsyncGenerator<EntryRow> {
  let after: EntryRow | undefined;
  for (;;) {
    const from = after ? sql`(e.received_on, e.id) > (${after.receivedOn}::date, ${after.id}::uuid)` : sql`true`;
    const { rows }: { rows: EntryRow[] } = await ctx.db.execute<EntryRow>(
      sql`select ${columns} from ${joined} where ${from} order by e.received_on, e.id limit ${rowsARead}`,
    );
    yield* rows;
    after = rows.at(-1);
    if (rows.length < rowsARead) return;
  }
}

import { sql, type SQL } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { openStates, type ChargeState } from '../domain/charge-states.ts';
import type { Way } from '../domain/ways.ts';

export const chargeViews = ['a-recevoir', 'en-retard', 'payes', 'a-rendre', 'tous'] as const;
export type ChargeViewName = (typeof chargeViews)[number];

/** What the list of sums is asked. */
export interface ChargeQuestion {
  readonly view: ChargeViewName;
  readonly q: string;
  readonly way: Way | null;
}

export interface ChargeRow {
  id: string;
  label: string;
  payerName: string;
  payerEmail: string | null;
  amount: number;
  received: number;
  returned: number;
  state: ChargeState;
  isCancelled: boolean;
  chosenWay: Way | null;
  dueOn: Temporal.PlainDate | null;
  isLate: boolean;
  createdAt: Temporal.Instant;
  /** Invoices and receipts, by their numbers. */
  papers: string;
  /** A checkout of it needs a look. */
  problem: string | null;
}

type RawRow = Omit<ChargeRow, 'dueOn' | 'createdAt'> & { dueOn: string | null; createdAt: string; whole: number };

export const chargesAPage = 40;

const open = sql.raw(`('${openStates.join("','")}')`);
const toReturn = sql`c.received - c.returned - case when c.cancelled_at is null then c.amount else 0 end > 0`;

/** One page of the list, those most late first, and how many pass the filters. */
export async function chargeList(
  ctx: Context,
  question: ChargeQuestion,
  page: number,
): Promise<{ rows: ChargeRow[]; count: number }> {
  const today = todayOf(ctx);
  const { rows } = await ctx.db
    .execute<RawRow>(sql`select ${columns(today)}, count(*) over ()::int as whole from charges c
    where ${conditions(question, today)} order by ${order(question)}
    limit ${chargesAPage} offset ${(page - 1) * chargesAPage}`);
  return { rows: rows.map(read), count: rows[0]?.whole ?? 0 };
}

const rowsARead = 500;

/** The whole selection, some hundreds at a time, for a file. */
export async function* eachCharge(ctx: Context, question: ChargeQuestion): AsyncGenerator<ChargeRow> {
  const today = todayOf(ctx);
  let after: string | null = null;
  for (;;) {
    const { rows }: { rows: RawRow[] } = await ctx.db
      .execute<RawRow>(sql`select ${columns(today)}, 0 as whole from charges c
      where ${conditions(question, today)} and ${after === null ? sql`true` : sql`c.id > ${after}::uuid`}
      order by c.id limit ${rowsARead}`);
    yield* rows.map(read);
    after = rows.at(-1)?.id ?? null;
    if (rows.length < rowsARead) return;
  }
}

/** How many each view holds, and what is still expected, in cents. */
export async function chargeCounts(ctx: Context): Promise<{
  expected: number;
  late: number;
  toReturn: number;
  expectedSum: number;
  depositable: number;
}> {
  const today = todayOf(ctx);
  const { rows } = await ctx.db.execute<{
    expected: number;
    late: number;
    toReturn: number;
    expectedSum: number;
    depositable: number;
  }>(sql`select
      count(*) filter (where c.state in ${open})::int as expected,
      count(*) filter (where c.state in ${open} and c.due_on < ${today})::int as late,
      count(*) filter (where ${toReturn})::int as "toReturn",
      coalesce(sum(c.amount - c.received) filter (where c.state in ${open}), 0)::int as "expectedSum",
      (select count(*)::int from payment_entries e where e.way = 'cheque' and e.kind = 'payment'
        and not exists (select from cheque_deposit_lines l where l.entry_id = e.id)
        and not exists (select from payment_entries r where r.reverses_id = e.id)) as depositable
    from charges c`);
  return rows[0] ?? { expected: 0, late: 0, toReturn: 0, expectedSum: 0, depositable: 0 };
}

function columns(today: string): SQL {
  return sql`c.id, c.label, c.payer_name as "payerName", c.payer_email as "payerEmail", c.amount, c.received, c.returned,
    c.state, c.cancelled_at is not null as "isCancelled", c.chosen_way as "chosenWay", c.due_on::text as "dueOn",
    c.state in ${open} and c.due_on < ${today} is true as "isLate", to_json(c.created_at) #>> '{}' as "createdAt",
    (select coalesce(string_agg(
        case i.kind when 'invoice' then 'F' when 'receipt' then 'R' else 'A' end
          || '-' || i.year || '-' || lpad(i.number::text, 4, '0'), ', ' order by i.created_at), '')
      from invoices i where i.charge_id = c.id) as papers,
    (select k.problem from checkouts k where k.charge_id = c.id and k.problem is not null
      order by k.opened_at desc limit 1) as problem`;
}

function conditions({ view, q, way }: ChargeQuestion, today: string): SQL {
  const views: Readonly<Record<ChargeViewName, SQL>> = {
    'a-recevoir': sql`c.state in ${open}`,
    'en-retard': sql`c.state in ${open} and c.due_on < ${today}`,
    payes: sql`c.state = 'paid'`,
    'a-rendre': toReturn,
    tous: sql`true`,
  };
  const words = q.trim();
  const found = words
    ? sql`and (essaim_fold(c.payer_name || ' ' || c.label || ' ' || coalesce(c.payer_email, '')) like '%' || essaim_fold(${escaped(words)}) || '%'
        or upper(right(replace(c.id::text, '-', ''), 8)) = upper(${words})
        or exists (select from payment_entries e where e.charge_id = c.id and e.number = ${words}))`
    : sql``;
  return sql`${views[view]} ${found} ${way === null ? sql`` : sql`and c.chosen_way = ${way}`}`;
}

function order({ view }: ChargeQuestion): SQL {
  return view === 'a-recevoir' || view === 'en-retard'
    ? sql`c.due_on asc nulls last, c.created_at asc, c.id`
    : sql`c.created_at desc, c.id desc`;
}

const escaped = (words: string): string => words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

const todayOf = (ctx: Context): string => ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().toString();

function read({ dueOn, createdAt, whole: _whole, ...row }: RawRow): ChargeRow {
  return {
    ...row,
    dueOn: dueOn === null ? null : Temporal.PlainDate.from(dueOn),
    createdAt: Temporal.Instant.from(createdAt),
  };
}

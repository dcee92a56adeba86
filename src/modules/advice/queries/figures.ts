import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { KeyFigure } from '#platform/contributions/module.ts';
import { agree, formatNumber } from '#platform/french/index.ts';
import type { RequestChannel } from '../domain/request-channels.ts';
import type { RequestOutcome } from '../domain/request-outcomes.ts';

/** One line of a table of counts. */
export interface Counted<Key> {
  key: Key;
  label: string | null;
  count: number;
}

/** What a year of requests counts; those forgotten since still do. */
export interface AdviceFigures {
  year: number;
  years: number[];
  total: number;
  answered: number;
  /** Working minutes to the first answer: half had it sooner. Null when nothing was answered. */
  medianMinutes: number | null;
  /** All twelve, zeros included: `2026-03`. */
  months: Counted<string>[];
  situations: Counted<string | null>[];
  referrers: Counted<string>[];
  outcomes: Counted<RequestOutcome>[];
  origins: Counted<string>[];
  channels: Counted<RequestChannel>[];
}

/** The figures of one year, in the hub's own calendar. */
export async function adviceFigures(ctx: Context, wanted: number | null): Promise<AdviceFigures> {
  const thisYear = ctx.clock.now().toZonedDateTimeISO(ctx.zone).year;
  const year = wanted ?? thisYear;
  const start = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  const from = start.toZonedDateTime(ctx.zone).toInstant().toString();
  const to = start.add({ years: 1 }).toZonedDateTime(ctx.zone).toInstant().toString();
  const { rows } = await ctx.db.execute<{
    dimension: string;
    key: string | null;
    label: string | null;
    count: number;
  }>(sql`
    with year as (select r.*, to_char(received_at at time zone ${ctx.zone}, 'YYYY-MM') as month from advice_requests r
      where received_at >= ${from}::timestamptz and received_at < ${to}::timestamptz)
    select 'month' as dimension, month as key, null as label, count(*)::int as count from year group by month
    union all select 'situation', situation, null, count(*)::int from year group by situation
    union all select 'referrer', f.id::text, f.name, count(*)::int from year y join advice_referrers f on f.hub_id = y.hub_id and f.id = y.referrer_id group by f.id, f.name
    union all select 'outcome', outcome, null, count(*)::int from year where outcome is not null group by outcome
    union all select 'origin', came_from, null, count(*)::int from year where came_from <> '' group by came_from
    union all select 'channel', channel, null, count(*)::int from year group by channel
    order by count desc, label, key`);
  const { rows: whole } = await ctx.db.execute<{
    total: number;
    answered: number;
    median: number | null;
    years: number[] | null;
  }>(sql`select count(*) filter (where ofYear)::int as total,
      count(*) filter (where ofYear and first_answered_at is not null)::int as answered,
      (percentile_cont(0.5) within group (order by first_answer_minutes) filter (where ofYear and first_answer_minutes is not null))::int as median,
      array_agg(distinct extract(year from received_at at time zone ${ctx.zone})::int) as years
    from (select *, received_at >= ${from}::timestamptz and received_at < ${to}::timestamptz as ofYear from advice_requests) r`);
  const of = <Key>(dimension: string): Counted<Key>[] =>
    rows
      .filter((row) => row.dimension === dimension)
      .map(({ key, label, count }) => ({ key: key as Key, label, count }));
  const counted = new Map(of<string>('month').map(({ key, count }) => [key, count]));
  const { total = 0, answered = 0, median = null, years } = whole[0] ?? {};
  return {
    year,
    years: [...new Set([thisYear, ...(years ?? [])])].sort((a, b) => b - a),
    total,
    answered,
    medianMinutes: median,
    months: Array.from({ length: 12 }, (_, index) => {
      const key = `${year}-${String(index + 1).padStart(2, '0')}`;
      return { key, label: null, count: counted.get(key) ?? 0 };
    }),
    situations: of('situation'),
    referrers: of('referrer'),
    outcomes: of('outcome'),
    origins: of('origin'),
    channels: of('channel'),
  };
}

/** « 42 demandes de conseil cette année », once there is one. */
export async function adviceKeyFigures(ctx: Context): Promise<KeyFigure[]> {
  const now = ctx.clock.now().toZonedDateTimeISO(ctx.zone);
  const from = now.with({ month: 1, day: 1 }).startOfDay().toInstant().toString();
  const { rows } = await ctx.db.execute<{ count: number }>(
    sql`select count(*)::int as count from advice_requests where received_at >= ${from}::timestamptz`,
  );
  const count = rows[0]?.count ?? 0;
  if (count === 0) return [];
  const label = `${agree(count, 'demande')} de conseil cette année`;
  return [{ key: 'advice.requests', count, value: formatNumber(count), label }];
}

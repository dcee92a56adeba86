import { sql, type SQL } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { RequestChannel } from '../domain/request-channels.ts';
import type { RequestOutcome } from '../domain/request-outcomes.ts';
import type { RequestState } from '../domain/request-states.ts';
import { mayKeepAdvice } from '../policy.ts';

export const queueSorts = ['attente', 'recue', 'nom'] as const;
export type QueueSort = (typeof queueSorts)[number];

/** What the queue is asked. */
export interface QueueQuestion {
  readonly q: string;
  /** `waiting` are those that wait for an answer, had by someone or not. */
  readonly state: 'waiting' | 'answered' | 'closed' | null;
  readonly mine: boolean;
  readonly situation: string | null;
  readonly referrerId: string | null;
  readonly tag: string | null;
  readonly outcome: RequestOutcome | null;
  readonly cameFrom: string | null;
  readonly channel: RequestChannel | null;
  /** `2026-03`, or a year. */
  readonly month: string | null;
  readonly sort: QueueSort;
  readonly descending: boolean;
}

export interface QueueRow extends Record<string, unknown> {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  question: string;
  situation: string | null;
  channel: RequestChannel;
  state: RequestState;
  wantsCall: boolean;
  assignedTo: string | null;
  assignedToId: string | null;
  referrer: string | null;
  tags: string[];
  outcome: RequestOutcome | null;
  outcomeNote: string;
  cameFrom: string;
  typedBy: string;
  receivedAt: Temporal.Instant;
  waitingSince: Temporal.Instant | null;
  firstAnsweredAt: Temporal.Instant | null;
  firstAnswerMinutes: number | null;
  slotAt: Temporal.Instant | null;
}

export const rowsAPage = 40;

type RawRow = Omit<QueueRow, 'receivedAt' | 'waitingSince' | 'firstAnsweredAt' | 'slotAt'> & {
  receivedAt: string;
  waitingSince: string | null;
  firstAnsweredAt: string | null;
  slotAt: string | null;
  whole: number;
};

const columns = sql`r.id, r.name, r.email, r.phone, r.question, r.situation, r.channel, r.state, r.tags, r.outcome,
  r.outcome_note as "outcomeNote", r.came_from as "cameFrom", r.typed_by as "typedBy", r.wants_call as "wantsCall",
  r.assigned_to_id as "assignedToId", p.display_name as "assignedTo", f.name as referrer,
  to_json(r.received_at) #>> '{}' as "receivedAt", to_json(r.waiting_since) #>> '{}' as "waitingSince",
  to_json(r.first_answered_at) #>> '{}' as "firstAnsweredAt", r.first_answer_minutes as "firstAnswerMinutes",
  to_json(s.starts_at) #>> '{}' as "slotAt"`;
const joined = sql`advice_requests r
  left join persons p on p.hub_id = r.hub_id and p.id = r.assigned_to_id
  left join advice_referrers f on f.hub_id = r.hub_id and f.id = r.referrer_id
  left join appointments a on a.hub_id = r.hub_id and a.request_id = r.id
  left join appointment_slots s on s.hub_id = a.hub_id and s.id = a.slot_id`;

/** One page of the queue as the actor may see it, and how many pass the filters. */
export async function requestList(
  ctx: Context,
  question: QueueQuestion,
  page: number,
): Promise<{ rows: QueueRow[]; count: number }> {
  const { rows } = await ctx.db.execute<RawRow>(sql`select ${columns}, count(*) over ()::int as whole from ${joined}
    where ${conditions(ctx, question)} order by ${order(question)} limit ${rowsAPage} offset ${(page - 1) * rowsAPage}`);
  return { rows: rows.map(readRow), count: rows[0]?.whole ?? 0 };
}

const rowsARead = 500;

/** The whole selection, some hundreds at a time, for a file. */
export async function* eachRequest(ctx: Context, question: QueueQuestion): AsyncGenerator<QueueRow> {
  for (let offset = 0; ; offset += rowsARead) {
    const { rows } = await ctx.db.execute<RawRow>(sql`select ${columns}, 0 as whole from ${joined}
      where ${conditions(ctx, question)} order by ${order(question)} limit ${rowsARead} offset ${offset}`);
    yield* rows.map(readRow);
    if (rows.length < rowsARead) return;
  }
}

/** How many the actor finds in each state, and the words she may filter by. */
export async function queueChoices(ctx: Context): Promise<{
  waiting: number;
  mine: number;
  answered: number;
  closed: number;
  tags: string[];
  referrers: { id: string; name: string }[];
  months: string[];
}> {
  const { rows } = await ctx.db.execute<{
    waiting: number;
    mine: number;
    answered: number;
    closed: number;
    tags: string[] | null;
    months: string[] | null;
  }>(sql`select count(*) filter (where state in ('waiting', 'taken'))::int as waiting,
      count(*) filter (where state in ('waiting', 'taken') and assigned_to_id = ${ctx.actor?.personId ?? null}::uuid)::int as mine,
      count(*) filter (where state = 'answered')::int as answered, count(*) filter (where state = 'closed')::int as closed,
      (select array_agg(distinct tag order by tag) from advice_requests r, unnest(r.tags) tag where ${visible(ctx)}) as tags,
      array_agg(distinct to_char(received_at at time zone ${ctx.zone}, 'YYYY-MM')) as months
    from advice_requests r where ${visible(ctx)}`);
  const { rows: referrers } = await ctx.db.execute<{ id: string; name: string }>(
    sql`select f.id, f.name from advice_referrers f where ${mayKeepAdvice(ctx.actor)} or exists (select from advice_requests r
      where r.hub_id = f.hub_id and r.referrer_id = f.id and ${visible(ctx)}) order by essaim_fold(f.name)`,
  );
  const { waiting = 0, mine = 0, answered = 0, closed = 0, tags, months } = rows[0] ?? {};
  return { waiting, mine, answered, closed, tags: tags ?? [], months: (months ?? []).sort().toReversed(), referrers };
}

/** Names of those who send people, for suggestions while typing. */
export async function referrerNames(ctx: Context): Promise<string[]> {
  const { rows } = await ctx.db.execute<{ name: string }>(
    sql`select name from advice_referrers order by essaim_fold(name) limit 200`,
  );
  return rows.map((row) => row.name);
}

function visible({ actor }: Context): SQL {
  const living = sql`r.forgotten_at is null`;
  return mayKeepAdvice(actor) ? living : sql`${living} and r.assigned_to_id = ${actor?.personId ?? null}::uuid`;
}

function conditions(ctx: Context, question: QueueQuestion): SQL {
  const all: SQL[] = [visible(ctx)];
  if (question.state === 'waiting') all.push(sql`r.state in ('waiting', 'taken')`);
  else if (question.state) all.push(sql`r.state = ${question.state}`);
  if (question.mine) all.push(sql`r.assigned_to_id = ${ctx.actor?.personId ?? null}::uuid`);
  if (question.situation === 'autre') all.push(sql`r.situation is null`);
  else if (question.situation) all.push(sql`r.situation = ${question.situation}`);
  if (question.referrerId) all.push(sql`r.referrer_id = ${question.referrerId}::uuid`);
  if (question.tag) all.push(sql`${question.tag} = any (r.tags)`);
  if (question.outcome) all.push(sql`r.outcome = ${question.outcome}`);
  if (question.channel) all.push(sql`r.channel = ${question.channel}`);
  if (question.cameFrom) all.push(sql`r.came_from = ${question.cameFrom}`);
  if (question.month)
    all.push(sql`to_char(r.received_at at time zone ${ctx.zone}, 'YYYY-MM') like ${`${question.month}%`}`);
  for (const word of question.q.split(/\s+/).filter(Boolean).slice(0, 6)) {
    const like = `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    all.push(sql`(essaim_fold(r.name || ' ' || r.question || ' ' || r.subject || ' ' || coalesce(r.email, '') || ' ' || coalesce(r.phone, '')) like essaim_fold(${like})
      or exists (select from advice_messages m where m.hub_id = r.hub_id and m.request_id = r.id and essaim_fold(m.text) like essaim_fold(${like})))`);
  }
  return sql.join(all, sql` and `);
}

function order({ sort, descending }: QueueQuestion): SQL {
  const way = descending ? sql`desc` : sql`asc`;
  switch (sort) {
    case 'nom':
      return sql`essaim_fold(r.name) ${way}, r.id`;
    case 'recue':
      return sql`r.received_at ${way}, r.id`;
    case 'attente':
      return sql`r.waiting_since ${way} nulls last, r.received_at desc, r.id`;
  }
}

function readRow({ whole: _whole, ...row }: RawRow): QueueRow {
  const at = (text: string | null): Temporal.Instant | null => (text ? Temporal.Instant.from(text) : null);
  return {
    ...row,
    receivedAt: Temporal.Instant.from(row.receivedAt),
    waitingSince: at(row.waitingSince),
    firstAnsweredAt: at(row.firstAnsweredAt),
    slotAt: at(row.slotAt),
  } as QueueRow;
}

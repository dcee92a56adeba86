import { sql, type SQL } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { EventState } from '../../domain/event-states.ts';
import type { EventStatus } from '../../domain/event-status.ts';
import type { EventType } from '../../domain/event-types.ts';
import { mayRunAgenda } from '../../policy.ts';

export const eventViews = ['a-venir', 'brouillons', 'a-valider', 'passes', 'corbeille'] as const;
export type EventView = (typeof eventViews)[number];

export const eventSorts = ['date', 'titre', 'modifie'] as const;
export type EventSort = (typeof eventSorts)[number];

/** What the list of the office is asked. */
export interface EventQuestion {
  readonly view: EventView;
  readonly q: string;
  readonly type: EventType | null;
  readonly state: EventState | null;
  /** The hub’s own, those of others, or both. */
  readonly whose: 'pole' | 'autres' | null;
  readonly venueId: string | null;
  readonly mine: boolean;
  readonly sort: EventSort;
  readonly descending: boolean;
}

export interface EventRow extends Record<string, unknown> {
  id: string;
  slug: string;
  title: string;
  type: EventType;
  status: EventStatus;
  state: EventState;
  is_own: boolean;
  zone: string;
  rule: string | null;
  first_local: string;
  /** The date shown: the next one, or the last. */
  date_id: string | null;
  starts_at: string | null;
  ends_at: string | null;
  starts_on: string | null;
  last_on: string | null;
  is_all_day: boolean | null;
  has_end: boolean | null;
  is_cancelled: boolean | null;
  dates_left: number;
  venue: string | null;
  city: string | null;
  organizers: string | null;
  origin: string | null;
  origin_path: string;
  origin_office_path: string;
  audiences: string[];
  updated_at: string;
  trashed_at: string | null;
}

export const rowsAPage = 50;
const mostExported = 20_000;

const iso = (column: SQL): SQL => sql`to_json(${column})#>>'{}'`;

const columns = sql`e.id, e.slug, e.title, e.type, e.status, e.state, e.is_own, e.zone, e.rule,
  e.starts_local::text as first_local, o.id as date_id, ${iso(sql`o.starts_at`)} as starts_at,
  ${iso(sql`o.ends_at`)} as ends_at, o.starts_on::text, o.last_on::text, o.is_all_day, o.has_end, o.is_cancelled,
  coalesce(o.dates_left, 0)::int as dates_left, v.name as venue, v.city,
  (select string_agg(coalesce(s.name, g.name), ', ' order by g.position) from agenda_organizers g
    left join organizations s on s.hub_id = g.hub_id and s.id = g.organization_id
    where g.hub_id = e.hub_id and g.event_id = e.id) as organizers,
  e.origin, e.origin_path, e.origin_office_path, e.audiences, ${iso(sql`e.updated_at`)} as updated_at,
  ${iso(sql`e.trashed_at`)} as trashed_at`;

/** Events with the date that matters: the next one of what is to come, the last one of what is over. */
function from({ view }: EventQuestion, now: Temporal.Instant): SQL {
  const moment = now.toString();
  const date =
    view === 'passes'
      ? sql`order by d.starts_at desc limit 1`
      : sql`order by (d.ends_at < ${moment}::timestamptz), case when d.ends_at < ${moment}::timestamptz then null else d.starts_at end, d.starts_at desc limit 1`;
  return sql`agenda_events e
    left join venues v on v.hub_id = e.hub_id and v.id = e.venue_id
    left join lateral (select d.*, (select count(*) from agenda_occurrences l where l.hub_id = e.hub_id and l.event_id = e.id
        and not l.is_leftover and not l.is_cancelled and l.ends_at >= ${moment}::timestamptz) as dates_left
      from agenda_occurrences d where d.hub_id = e.hub_id and d.event_id = e.id and not d.is_leftover ${date}) o on true`;
}

/** One page of what the actor may find in the office, and how many answer. */
export async function officeEvents(
  ctx: Context,
  question: EventQuestion,
  page: number,
): Promise<{ rows: EventRow[]; count: number }> {
  const now = ctx.clock.now();
  const { rows } = await ctx.db.execute<EventRow & { whole: number }>(sql`
    select ${columns}, count(*) over ()::int as whole from ${from(question, now)} where ${conditions(ctx, question, now)}
    order by ${order(question)} limit ${rowsAPage} offset ${(page - 1) * rowsAPage}`);
  return { rows, count: rows[0]?.whole ?? 0 };
}

/** The whole selection, for a table to take away. */
export async function officeEventSelection(ctx: Context, question: EventQuestion): Promise<EventRow[]> {
  const now = ctx.clock.now();
  const { rows } = await ctx.db.execute<EventRow>(sql`select ${columns} from ${from(question, now)}
    where ${conditions(ctx, question, now)} order by ${order(question)} limit ${mostExported}`);
  return rows;
}

/** How many events stand under each view. */
export async function officeEventCounts(ctx: Context): Promise<Readonly<Record<EventView, number>>> {
  const now = ctx.clock.now();
  const count = (view: EventView) => sql`count(*) filter (where ${viewCondition(view, now)})::int`;
  const { rows } = await ctx.db.execute<Record<EventView, number>>(sql`
    select ${count('a-venir')} as "a-venir", ${count('brouillons')} as brouillons, ${count('a-valider')} as "a-valider",
      ${count('passes')} as passes, ${count('corbeille')} as corbeille
    from agenda_events e where ${ownOnly(ctx)} and e.removed_at is null`);
  return rows[0] ?? { 'a-venir': 0, brouillons: 0, 'a-valider': 0, passes: 0, corbeille: 0 };
}

/** The team finds everything, others what they wrote. */
function ownOnly({ actor }: Context): SQL {
  return mayRunAgenda(actor) ? sql`true` : sql`e.person_id = ${actor?.personId ?? null}::uuid`;
}

function viewCondition(view: EventView, now: Temporal.Instant): SQL {
  const isComing = sql`exists (select from agenda_occurrences n where n.hub_id = e.hub_id and n.event_id = e.id
    and not n.is_leftover and n.ends_at >= ${now.toString()}::timestamptz)`;
  if (view === 'corbeille') return sql`e.trashed_at is not null`;
  const inUse = sql`e.trashed_at is null`;
  if (view === 'a-venir') return sql`${inUse} and e.status = 'published' and ${isComing}`;
  if (view === 'passes') return sql`${inUse} and e.status = 'published' and not ${isComing}`;
  return view === 'a-valider'
    ? sql`${inUse} and e.status = 'proposed'`
    : sql`${inUse} and e.status in ('draft', 'returned')`;
}

function conditions(ctx: Context, question: EventQuestion, now: Temporal.Instant): SQL {
  const all: SQL[] = [viewCondition(question.view, now), ownOnly(ctx), sql`e.removed_at is null`];
  if (question.type) all.push(sql`e.type = ${question.type}`);
  if (question.state) all.push(sql`e.state = ${question.state}`);
  if (question.whose) all.push(sql`e.is_own = ${question.whose === 'pole'}`);
  if (question.venueId) all.push(sql`e.venue_id = ${question.venueId}::uuid`);
  if (question.mine) all.push(sql`e.person_id = ${ctx.actor?.personId ?? null}::uuid`);
  for (const word of question.q.split(/\s+/).filter(Boolean).slice(0, 8)) {
    const like = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
    all.push(sql`essaim_fold(e.title || ' ' || e.brief || ' ' || coalesce(v.name, '') || ' ' || coalesce(v.city, '') || ' ' ||
      coalesce((select string_agg(coalesce(s.name, g.name), ' ') from agenda_organizers g
        left join organizations s on s.hub_id = g.hub_id and s.id = g.organization_id
        where g.hub_id = e.hub_id and g.event_id = e.id), '')) like essaim_fold(${like})`);
  }
  return sql.join(all, sql` and `);
}

function order({ sort, descending }: EventQuestion): SQL {
  const way = descending ? sql`desc nulls last` : sql`asc nulls last`;
  if (sort === 'titre') return sql`essaim_fold(e.title) ${way}, e.id`;
  if (sort === 'modifie') return sql`e.updated_at ${way}, e.id`;
  return sql`coalesce(o.starts_at, e.starts_local at time zone e.zone) ${way}, e.id`;
}

import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import { formatDate } from '#platform/french/index.ts';
import { outcomeOffice } from '../../outcome-paths.ts';
import { mayRunAgenda } from '../../policy.ts';

/** A past date of a public event, and whether its outcome was told. */
export interface PastDate {
  id: string;
  eventId: string;
  slug: string;
  title: string;
  isOwn: boolean;
  startsOn: Temporal.PlainDate;
  endsAt: Temporal.Instant;
  state: 'told' | 'dismissed' | 'silent';
  attended: number | null;
  photos: number;
  files: number;
}

export interface PastDatesAsked {
  /** Ended between these moments. */
  since: Temporal.Instant;
  until: Temporal.Instant;
  state?: PastDate['state'] | undefined;
  isOwn?: boolean | undefined;
  limit: number;
  offset?: number;
}

/** Past dates of public events that took place, the latest first, and how many there are in all. */
export async function pastDates(
  { db }: Pick<Context, 'db'>,
  { since, until, state, isOwn, limit, offset = 0 }: PastDatesAsked,
): Promise<{ rows: PastDate[]; total: number }> {
  const { rows } = await db.execute<{
    id: string;
    eventId: string;
    slug: string;
    title: string;
    isOwn: boolean;
    startsOn: string;
    endsAt: string;
    state: PastDate['state'];
    attended: number | null;
    photos: number;
    files: number;
    total: number;
  }>(sql`
    select *, count(*) over ()::int as total from (
      select o.id, e.id as "eventId", e.slug, coalesce(o.title, e.title) as title, e.is_own as "isOwn", o.starts_on::text as "startsOn",
        to_json(o.ends_at)#>>'{}' as "endsAt", o.ends_at,
        case when r.id is null then 'silent' when r.is_dismissed then 'dismissed' else 'told' end as state,
        r.attended, coalesce(cardinality(r.photos), 0) as photos, coalesce(cardinality(r.files), 0) as files
      from agenda_occurrences o join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id
        left join agenda_outcomes r on r.hub_id = o.hub_id and r.occurrence_id = o.id
      where e.status = 'published' and e.trashed_at is null and not o.is_leftover and not o.is_cancelled
        and e.state not in ('cancelled', 'postponed')
        and o.ends_at >= ${since.toString()}::timestamptz and o.ends_at < ${until.toString()}::timestamptz
    ) past where (${state ?? null}::text is null or state = ${state ?? null})
      and (${isOwn ?? null}::boolean is null or "isOwn" = ${isOwn ?? null})
    order by ends_at desc, id limit ${limit} offset ${offset}`);
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({
      ...row,
      startsOn: Temporal.PlainDate.from(row.startsOn),
      endsAt: Temporal.Instant.from(row.endsAt),
    })),
  };
}

const mostShown = 5;
const askedFor = { hours: 24 * 30 } as const;

/** « Que s’est-il passé ? »: our own dates that ended a day to a month ago, and of which nothing was told. */
export async function outcomesTodo(ctx: Context): Promise<TodoEntry[]> {
  if (!mayRunAgenda(ctx.actor)) return [];
  const now = ctx.clock.now();
  const { rows } = await pastDates(ctx, {
    since: now.subtract(askedFor),
    until: now.subtract({ hours: 24 }),
    state: 'silent',
    isOwn: true,
    limit: mostShown,
  });
  return rows.map(({ id, title, startsOn, endsAt }) => ({
    group: 'can-wait',
    title: `Que s’est-il passé ? ${title}`,
    detail: `${formatDate(startsOn, { weekday: true, year: false })} · combien de personnes, des photos, la suite`,
    action: { label: 'Raconter', path: outcomeOffice.outcome(id) },
    since: endsAt,
    hue: 'sky',
  }));
}

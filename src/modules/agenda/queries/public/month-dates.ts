import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { EventState } from '../../domain/event-states.ts';
import type { EventType } from '../../domain/event-types.ts';
import { occurrenceConditions, type OccurrenceFilter } from '../listed-occurrences.ts';

/** One line of one day of a calendar. */
export interface MonthDate {
  slug: string;
  originPath: string | null;
  originalLocal: Temporal.PlainDateTime;
  isSeries: boolean;
  title: string;
  type: EventType;
  state: EventState;
  isOwn: boolean;
  /** « 14:30 » in the event's zone; null on whole days and after the first day. */
  time: string | null;
  city: string;
}

/** What a day of a calendar shows: a few dates, and how many there are. */
export interface MonthDay {
  dates: MonthDate[];
  count: number;
}

interface Row extends Record<string, unknown> {
  day: string;
  total: number;
  slug: string;
  origin_path: string | null;
  original_local: string;
  is_series: boolean;
  title: string;
  type: EventType;
  state: EventState;
  is_own: boolean;
  time: string | null;
  city: string;
}

/** By day, at most `most` dates each (the hub's own first, then in order of time), those that last on each of their days. */
export async function monthDates(
  db: Reader,
  filter: OccurrenceFilter & { from: Temporal.PlainDate; to: Temporal.PlainDate },
  most: number,
): Promise<ReadonlyMap<string, MonthDay>> {
  const { rows } = await db.execute<Row>(sql`
    with shown as (
      select d.day::date as day, o.id, o.starts_on, count(*) over (partition by d.day)::int as total,
        row_number() over (partition by d.day order by e.is_own desc, o.starts_at, o.id) as place
      from agenda_occurrences o join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id,
        generate_series(greatest(o.starts_on, ${filter.from.toString()}::date),
          least(o.last_on, ${filter.to.toString()}::date), interval '1 day') as d (day)
      where ${occurrenceConditions(filter)}
    )
    select s.day::text, s.total, e.slug, case when e.origin is null then null else e.origin_path end as origin_path,
      o.original_local::text, (e.rule is not null or e.also_on <> '[]') as is_series, coalesce(o.title, e.title) as title,
      e.type, case when o.is_cancelled then 'cancelled' else e.state end as state, e.is_own,
      case when o.is_all_day or s.day > o.starts_on then null else to_char(o.starts_at at time zone e.zone, 'HH24:MI') end as time,
      coalesce(v.city, '') as city
    from shown s join agenda_occurrences o on o.hub_id = essaim_hub() and o.id = s.id
      join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id
      left join venues v on v.hub_id = o.hub_id and v.id = coalesce(o.venue_id, e.venue_id)
    where s.place <= ${most} order by s.day, o.starts_at, o.id`);
  const days = new Map<string, MonthDay>();
  for (const row of rows) {
    let day = days.get(row.day);
    if (!day) days.set(row.day, (day = { dates: [], count: row.total }));
    day.dates.push(dateOf(row));
  }
  return days;
}

function dateOf(row: Row): MonthDate {
  return {
    slug: row.slug,
    originPath: row.origin_path,
    originalLocal: Temporal.PlainDateTime.from(row.original_local.replace(' ', 'T')),
    isSeries: row.is_series,
    title: row.title,
    type: row.type,
    state: row.state,
    isOwn: row.is_own,
    time: row.time,
    city: row.city,
  };
}

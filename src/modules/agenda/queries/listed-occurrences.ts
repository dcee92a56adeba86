import { sql, type SQL } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { Attendance, EventState } from '../domain/event-states.ts';
import type { EventType } from '../domain/event-types.ts';
import type { Perimeter } from '../domain/perimeters.ts';

/** One date of one event, with what a list, a month, a map, a poster or a feed shows of it. */
export interface ListedOccurrence {
  id: string;
  eventId: string;
  slug: string;
  /** Where it is shown when another module keeps it; else null. */
  originPath: string | null;
  /** The title of this date, or of the event. */
  title: string;
  brief: string;
  type: EventType;
  /** `cancelled` too when only this date is called off. */
  state: EventState;
  isOwn: boolean;
  perimeter: Perimeter;
  /** Names in order: structures that everyone may read link to their sheet. */
  organizers: readonly { name: string; slug: string | null }[];
  zone: string;
  isAllDay: boolean;
  hasEnd: boolean;
  isMoved: boolean;
  note: string;
  originalLocal: Temporal.PlainDateTime;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  startsOn: Temporal.PlainDate;
  lastOn: Temporal.PlainDate;
  /** Whether the event has a rule or several dates. */
  isSeries: boolean;
  attendance: Attendance;
  venue: {
    id: string;
    name: string;
    city: string;
    insee: string | null;
    lon: number | null;
    lat: number | null;
  } | null;
  isFree: boolean;
  conditions: string;
  imageId: string | null;
  themes: readonly string[];
  audiences: readonly string[];
}

/** Which dates. Everything given narrows. */
export interface OccurrenceFilter {
  /** Days included: what is still going on that day counts. */
  from?: Temporal.PlainDate | undefined;
  to?: Temporal.PlainDate | undefined;
  /** Not yet over at this moment. */
  endsAfter?: Temporal.Instant | undefined;
  /** Over at this moment. */
  endedBefore?: Temporal.Instant | undefined;
  type?: EventType | undefined;
  isOwn?: boolean | undefined;
  insee?: string | undefined;
  theme?: string | undefined;
  audience?: string | undefined;
  organizationId?: string | undefined;
  isFree?: boolean | undefined;
  /** One can follow it from elsewhere. */
  isOnline?: boolean | undefined;
  eventIds?: readonly string[] | undefined;
  occurrenceIds?: readonly string[] | undefined;
  /** Only the first date of each series. */
  firstOfSeries?: boolean | undefined;
  /** Dates called off are shown, marked, unless told otherwise. */
  withoutCancelled?: boolean | undefined;
}

export interface OccurrencePage {
  limit: number;
  offset?: number | undefined;
  order?: 'soonest' | 'latest';
}

interface Row extends Record<string, unknown> {
  id: string;
  event_id: string;
  slug: string;
  origin_path: string;
  origin: string | null;
  title: string;
  brief: string;
  type: EventType;
  state: EventState;
  is_own: boolean;
  perimeter: Perimeter;
  organizers: { name: string; slug: string | null }[] | null;
  zone: string;
  is_all_day: boolean;
  has_end: boolean;
  is_moved: boolean;
  note: string;
  original_local: string;
  starts_at: string;
  ends_at: string;
  starts_on: string;
  last_on: string;
  is_series: boolean;
  attendance: Attendance;
  venue: ListedOccurrence['venue'];
  is_free: boolean;
  conditions: string;
  image_id: string | null;
  themes: string[];
  audiences: string[];
}

/** Dates of public events, soonest first unless asked otherwise. */
export async function listedOccurrences(
  db: Reader,
  filter: OccurrenceFilter,
  { limit, offset = 0, order = 'soonest' }: OccurrencePage,
): Promise<ListedOccurrence[]> {
  const first = filter.firstOfSeries ? sql`distinct on (o.event_id)` : sql``;
  const direction = order === 'soonest' ? sql`asc` : sql`desc`;
  // The rows are chosen on the occurrences and events alone; what a card shows is joined to the few that are left.
  const { rows } = await db.execute<Row>(sql`
    with chosen as (
      select ${first} o.id, o.starts_on, o.starts_at from agenda_occurrences o
        join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id
      where ${occurrenceConditions(filter)}
      ${filter.firstOfSeries ? sql`order by o.event_id, o.starts_at ${direction}` : sql`order by o.starts_on ${direction}, o.starts_at ${direction}, o.id limit ${limit} offset ${offset}`}
    ), paged as (select * from chosen order by starts_on ${direction}, starts_at ${direction}, id limit ${limit} offset ${filter.firstOfSeries ? offset : 0})
    select o.id, o.event_id, e.slug, e.origin, e.origin_path, coalesce(o.title, e.title) as title, e.brief, e.type,
      case when o.is_cancelled then 'cancelled' else e.state end as state, e.is_own, e.perimeter, e.zone,
      o.is_all_day, o.has_end, o.is_moved, o.note, o.original_local::text, to_json(o.starts_at)#>>'{}' as starts_at,
      to_json(o.ends_at)#>>'{}' as ends_at, o.starts_on::text, o.last_on::text,
      (e.rule is not null or e.also_on <> '[]') as is_series, e.attendance, e.is_free, e.conditions, e.image_id,
      e.themes::text[], e.audiences,
      case when v.id is null then null else jsonb_build_object('id', v.id, 'name', v.name, 'city', v.city,
        'insee', v.municipality_insee, 'lon', v.lon, 'lat', v.lat) end as venue,
      (select jsonb_agg(jsonb_build_object('name', coalesce(s.name, g.name), 'slug', s.slug) order by g.position)
        from agenda_organizers g left join organizations s on s.hub_id = g.hub_id and s.id = g.organization_id
          and s.status = 'published' and s.trashed_at is null
        where g.hub_id = e.hub_id and g.event_id = e.id and coalesce(s.name, g.name) <> '') as organizers
    from paged join agenda_occurrences o on o.hub_id = essaim_hub() and o.id = paged.id
      join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id
      left join venues v on v.hub_id = o.hub_id and v.id = coalesce(o.venue_id, e.venue_id)
    order by o.starts_on ${direction}, o.starts_at ${direction}, o.id`);
  return rows.map(occurrenceOf);
}

/** How many dates of public events answer. */
export async function countOccurrences(db: Reader, filter: OccurrenceFilter): Promise<number> {
  const what = filter.firstOfSeries ? sql`count(distinct o.event_id)` : sql`count(*)`;
  const { rows } = await db.execute<{ count: string }>(sql`select ${what} as count from agenda_occurrences o
    join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id where ${occurrenceConditions(filter)}`);
  return Number(rows[0]?.count ?? 0);
}

/** How many of these dates each event has. */
export async function occurrenceCounts(db: Reader, filter: OccurrenceFilter): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.execute<{ id: string; count: number }>(sql`
    select o.event_id as id, count(*)::int as count from agenda_occurrences o
    join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id where ${occurrenceConditions(filter)} group by o.event_id`);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** The same choice for a query of one’s own, on `agenda_occurrences` as o and `agenda_events` as e. */
export function occurrenceConditions(filter: OccurrenceFilter): SQL {
  const { from, to, endsAfter, endedBefore, type, isOwn, insee, theme, audience, organizationId } = filter;
  const ids = (list: readonly string[]) => `{${list.join(',')}}`;
  const all: (SQL | false | undefined | '')[] = [
    sql`e.status = 'published' and e.trashed_at is null and not o.is_leftover`,
    from && sql`o.last_on >= ${from.toString()}::date`,
    to && sql`o.starts_on <= ${to.toString()}::date`,
    // An event without an end is shown for an hour once begun.
    endsAfter &&
      sql`(case when o.has_end then o.ends_at else o.starts_at + interval '1 hour' end) > ${endsAfter.toString()}::timestamptz`,
    endedBefore &&
      sql`(case when o.has_end then o.ends_at else o.starts_at + interval '1 hour' end) <= ${endedBefore.toString()}::timestamptz`,
    type && sql`e.type = ${type}`,
    isOwn !== undefined && sql`e.is_own = ${isOwn}`,
    insee &&
      sql`exists (select from venues w where w.hub_id = o.hub_id and w.id = coalesce(o.venue_id, e.venue_id) and w.municipality_insee = ${insee})`,
    theme && sql`e.themes @> ${ids([theme])}::uuid[]`,
    audience && sql`e.audiences @> array[${audience}]`,
    filter.isFree && sql`e.is_free`,
    filter.isOnline && sql`(e.attendance <> 'onsite' or e.state = 'moved_online')`,
    organizationId &&
      sql`exists (select from agenda_organizers g where g.hub_id = e.hub_id and g.event_id = e.id and g.organization_id = ${organizationId}::uuid)`,
    filter.eventIds && sql`e.id = any (${ids(filter.eventIds)}::uuid[])`,
    filter.occurrenceIds && sql`o.id = any (${ids(filter.occurrenceIds)}::uuid[])`,
    filter.withoutCancelled && sql`not o.is_cancelled and e.state not in ('cancelled', 'postponed')`,
  ];
  return sql.join(all.filter(Boolean) as SQL[], sql` and `);
}

function occurrenceOf(row: Row): ListedOccurrence {
  return {
    id: row.id,
    eventId: row.event_id,
    slug: row.slug,
    originPath: row.origin === null ? null : row.origin_path,
    title: row.title,
    brief: row.brief,
    type: row.type,
    state: row.state,
    isOwn: row.is_own,
    perimeter: row.perimeter,
    organizers: row.organizers ?? [],
    zone: row.zone,
    isAllDay: row.is_all_day,
    hasEnd: row.has_end,
    isMoved: row.is_moved,
    note: row.note,
    originalLocal: Temporal.PlainDateTime.from(row.original_local.replace(' ', 'T')),
    startsAt: Temporal.Instant.from(row.starts_at),
    endsAt: Temporal.Instant.from(row.ends_at),
    startsOn: Temporal.PlainDate.from(row.starts_on),
    lastOn: Temporal.PlainDate.from(row.last_on),
    isSeries: row.is_series,
    attendance: row.attendance,
    venue: row.venue,
    isFree: row.is_free,
    conditions: row.conditions,
    imageId: row.image_id,
    themes: row.themes,
    audiences: row.audiences,
  };
}

import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** One date of an event, as its page shows it. */
export interface EventDate {
  id: string;
  originalLocal: Temporal.PlainDateTime;
  zone: string;
  title: string | null;
  isAllDay: boolean;
  hasEnd: boolean;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  startsOn: Temporal.PlainDate;
  lastOn: Temporal.PlainDate;
  isCancelled: boolean;
  isMoved: boolean;
  note: string;
  venueId: string | null;
}

/** The dates that the page of an event speaks of. */
export interface EventDates {
  /** The date asked for, or the next one that takes place, else the next one, else the last. */
  shown: EventDate | null;
  /** Those that are not over, in order, the first fifty. */
  coming: readonly EventDate[];
  firstOn: Temporal.PlainDate | null;
  lastOn: Temporal.PlainDate | null;
}

interface Row extends Record<string, unknown> {
  id: string;
  original_local: string;
  title: string | null;
  is_all_day: boolean;
  has_end: boolean;
  starts_at: string;
  ends_at: string;
  starts_on: string;
  last_on: string;
  is_cancelled: boolean;
  is_moved: boolean;
  note: string;
  venue_id: string | null;
  is_over: boolean;
  is_asked: boolean;
  first_on: string;
  final_on: string;
}

const mostComing = 50;

/** The dates of an event; `asked` is the local start of one of them, to the minute. */
export async function eventDates(
  db: Reader,
  { eventId, zone, now, asked }: { eventId: string; zone: string; now: Temporal.Instant; asked: string | null },
): Promise<EventDates> {
  // An event without an end is shown for an hour once begun.
  const { rows } = await db.execute<Row>(sql`
    with dates as (
      select *, (case when has_end then ends_at else starts_at + interval '1 hour' end) <= ${now.toString()}::timestamptz as is_over,
        coalesce(date_trunc('minute', original_local) = ${asked}::timestamp, false) as is_asked,
        min(starts_on) over () as first_on, max(last_on) over () as final_on
      from agenda_occurrences where hub_id = essaim_hub() and event_id = ${eventId}::uuid and not is_leftover
    ), near as (
      (select * from dates where not is_over order by starts_at, id limit ${mostComing})
      union (select * from dates where is_over order by starts_at desc, id limit 1)
      union (select * from dates where is_asked)
    )
    select id, original_local::text, title, is_all_day, has_end, to_json(starts_at)#>>'{}' as starts_at,
      to_json(ends_at)#>>'{}' as ends_at, starts_on::text, last_on::text, is_cancelled, is_moved, note, venue_id,
      is_over, is_asked, first_on::text, final_on::text from near order by near.starts_at, id`);
  const dates = rows.map((row) => ({ row, date: dateOf(row, zone) }));
  const coming = dates.filter(({ row }) => !row.is_over).map(({ date }) => date);
  const next = coming.find(({ isCancelled }) => !isCancelled) ?? coming[0] ?? dates.at(-1)?.date ?? null;
  const [first] = rows;
  return {
    shown: asked === null ? next : (dates.find(({ row }) => row.is_asked)?.date ?? null),
    coming: coming.slice(0, mostComing),
    firstOn: first ? Temporal.PlainDate.from(first.first_on) : null,
    lastOn: first ? Temporal.PlainDate.from(first.final_on) : null,
  };
}

function dateOf(row: Row, zone: string): EventDate {
  return {
    id: row.id,
    originalLocal: Temporal.PlainDateTime.from(row.original_local.replace(' ', 'T')),
    zone,
    title: row.title,
    isAllDay: row.is_all_day,
    hasEnd: row.has_end,
    startsAt: Temporal.Instant.from(row.starts_at),
    endsAt: Temporal.Instant.from(row.ends_at),
    startsOn: Temporal.PlainDate.from(row.starts_on),
    lastOn: Temporal.PlainDate.from(row.last_on),
    isCancelled: row.is_cancelled,
    isMoved: row.is_moved,
    note: row.note,
    venueId: row.venue_id,
  };
}

import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** A place where something comes: its town, its point, how many dates. */
export interface PlaceWithDates {
  venueId: string;
  name: string;
  insee: string;
  city: string;
  lon: number | null;
  lat: number | null;
  count: number;
  nextOn: Temporal.PlainDate;
}

/** Places of the public events that are not over, each series counted once, by town then by name. */
export async function placesWithDates(db: Reader, now: Temporal.Instant): Promise<PlaceWithDates[]> {
  const { rows } = await db.execute<Omit<PlaceWithDates, 'nextOn'> & { nextOn: string }>(sql`
    with coming as (
      select coalesce(o.venue_id, e.venue_id) as venue_id, e.id as event_id, min(o.starts_on) as next_on
      from agenda_occurrences o join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id
      where e.status = 'published' and e.trashed_at is null and not o.is_leftover and not o.is_cancelled
        and e.attendance <> 'online' and e.state not in ('cancelled', 'postponed', 'moved_online')
        and o.ends_at > ${now.toString()}::timestamptz
      group by 1, 2
    )
    select v.id as "venueId", v.name, v.municipality_insee as insee, v.city, v.lon, v.lat, count(*)::int as count,
      min(c.next_on)::text as "nextOn"
    from coming c join venues v on v.hub_id = essaim_hub() and v.id = c.venue_id
    where v.municipality_insee is not null and v.trashed_at is null
    group by v.hub_id, v.id order by v.city, v.name`);
  return rows.map((row) => ({ ...row, nextOn: Temporal.PlainDate.from(row.nextOn) }));
}

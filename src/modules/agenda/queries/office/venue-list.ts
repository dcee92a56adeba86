import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** A place with how much it serves. */
export interface VenueRow extends Record<string, unknown> {
  id: string;
  name: string;
  street: string;
  city: string;
  is_approximate: boolean;
  has_point: boolean;
  accessibility: string[];
  access: string;
  events: number;
  coming: number;
}

/** Places in use whose name or town answers these words, by name. */
export async function venueList(db: Reader, words: string, now: Temporal.Instant): Promise<VenueRow[]> {
  const like = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await db.execute<VenueRow>(sql`
    select v.id, v.name, v.street, v.city, v.is_approximate, v.lon is not null as has_point, v.accessibility, v.access,
      (select count(*)::int from agenda_events e where e.hub_id = v.hub_id and e.venue_id = v.id and e.trashed_at is null) as events,
      (select count(*)::int from agenda_occurrences o join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id
        where o.hub_id = v.hub_id and coalesce(o.venue_id, e.venue_id) = v.id and o.ends_at >= ${now.toString()}::timestamptz
          and e.trashed_at is null and not o.is_leftover) as coming
    from venues v where v.trashed_at is null and essaim_fold(v.name || ' ' || v.city) like essaim_fold(${like})
    order by v.name_key, v.id limit 1000`);
  return rows;
}

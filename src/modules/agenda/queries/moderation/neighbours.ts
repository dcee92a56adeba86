import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** Something that happens around the same time, in few words. */
export interface Neighbour {
  eventId: string;
  title: string;
  startsOn: Temporal.PlainDate;
  lastOn: Temporal.PlainDate;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  isAllDay: boolean;
  city: string;
  isPublic: boolean;
}

const most = 200;

/** What stands in the agenda on these days, soonest first; what is called off is left out. */
export async function neighbours(
  db: Reader,
  {
    from,
    to,
    exceptId = null,
    withDrafts = false,
  }: { from: Temporal.PlainDate; to: Temporal.PlainDate; exceptId?: string | null; withDrafts?: boolean },
): Promise<Neighbour[]> {
  const { rows } = await db.execute<{
    eventId: string;
    title: string;
    startsOn: string;
    lastOn: string;
    startsAt: string;
    endsAt: string;
    isAllDay: boolean;
    city: string | null;
    isPublic: boolean;
  }>(sql`
    select e.id as "eventId", coalesce(o.title, e.title) as title, o.starts_on::text as "startsOn", o.last_on::text as "lastOn",
      to_json(o.starts_at)#>>'{}' as "startsAt", to_json(o.ends_at)#>>'{}' as "endsAt", o.is_all_day as "isAllDay",
      v.city, e.status = 'published' as "isPublic"
    from agenda_occurrences o join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id
      left join venues v on v.hub_id = o.hub_id and v.id = coalesce(o.venue_id, e.venue_id)
    where o.starts_on <= ${to.toString()}::date and o.last_on >= ${from.toString()}::date and not o.is_leftover
      and not o.is_cancelled and e.state not in ('cancelled', 'postponed') and e.trashed_at is null
      and (e.status = 'published' or ${withDrafts}) and e.id is distinct from ${exceptId}::uuid
    order by o.starts_at, o.id limit ${most}`);
  return rows.map(({ startsOn, lastOn, startsAt, endsAt, city, ...row }) => ({
    ...row,
    startsOn: Temporal.PlainDate.from(startsOn),
    lastOn: Temporal.PlainDate.from(lastOn),
    startsAt: Temporal.Instant.from(startsAt),
    endsAt: Temporal.Instant.from(endsAt),
    city: city ?? '',
  }));
}

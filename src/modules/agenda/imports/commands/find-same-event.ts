import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { incomingDates } from '../read/incoming-dates.ts';
import type { IncomingEvent } from '../read/incoming-event.ts';
import { isSameEvent } from '../domain/same-event.ts';

interface Row extends Record<string, unknown> {
  id: string;
  title: string;
  starts_at: string;
  venue_id: string | null;
  venue_name: string | null;
  city: string | null;
  is_from_source: boolean;
}

/** The event of the agenda that this one of another source tells too; null when it is new. */
export async function findSameEvent(
  work: CommandContext,
  event: IncomingEvent,
  venueId: string | null,
  sourceId: string,
): Promise<{ id: string; isFromSource: boolean } | null> {
  const here = work.now().toZonedDateTimeISO(event.zone).toPlainDateTime();
  const [next] = incomingDates(event, { after: here.subtract({ days: 1 }), before: here.add({ months: 24 }) });
  if (!next) return null;
  const { rows } = await work.db.execute<Row>(sql`
    select e.id, coalesce(o.title, e.title) as title, to_json(o.starts_at)#>>'{}' as starts_at, v.id as venue_id, v.name as venue_name, v.city,
      exists (select from agenda_source_events s where s.hub_id = e.hub_id and s.event_id = e.id) as is_from_source
    from agenda_occurrences o join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id
      left join venues v on v.hub_id = o.hub_id and v.id = coalesce(o.venue_id, e.venue_id)
    where e.trashed_at is null and not o.is_leftover and o.starts_on between ${next.startsOn.toString()}::date - 1 and ${next.startsOn.toString()}::date + 1
      and o.starts_at between ${next.startsAt.toString()}::timestamptz - interval '15 minutes' and ${next.startsAt.toString()}::timestamptz + interval '15 minutes'
      -- Two events of one source are two events.
      and not exists (select from agenda_source_events s where s.hub_id = e.hub_id and s.event_id = e.id and s.source_id = ${sourceId}::uuid)`);
  const told = {
    title: event.title,
    startsAt: next.startsAt,
    venueId,
    venueName: event.place?.name ?? '',
    city: event.place?.city ?? '',
  };
  const found = rows.find((row) =>
    isSameEvent(told, {
      title: row.title,
      startsAt: Temporal.Instant.from(row.starts_at),
      venueId: row.venue_id,
      venueName: row.venue_name ?? '',
      city: row.city ?? '',
    }),
  );
  return found ? { id: found.id, isFromSource: found.is_from_source } : null;
}

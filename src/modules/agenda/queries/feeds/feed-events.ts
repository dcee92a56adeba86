import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { occurrenceConditions, type OccurrenceFilter } from '../listed-occurrences.ts';
import { calendarEvents, type CalendarEvent } from './calendar-events.ts';

const inOneRead = 200;

/** Ids of public events with a date that answers, in an order that does not move, after the one given. */
export async function feedEventIds(
  db: Reader,
  filter: OccurrenceFilter,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select e.id from agenda_events e
    where ${after === null ? sql`true` : sql`e.id > ${after}::uuid`} and exists (
      select from agenda_occurrences o where o.hub_id = e.hub_id and o.event_id = e.id and ${occurrenceConditions(filter)})
    order by e.id limit ${limit}`);
  return rows.map(({ id }) => id);
}

/** Public events with a date that answers, a few hundred in memory at a time. */
export async function* eachFeedEvent(db: Reader, filter: OccurrenceFilter): AsyncGenerator<CalendarEvent[]> {
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await feedEventIds(db, filter, { after, limit: inOneRead });
    yield await calendarEvents(db, ids);
    if (ids.length < inOneRead) return;
    after = ids.at(-1) ?? null;
  }
}

/** When something told in a calendar last changed; null in a hub where nothing ever was. */
export async function lastAgendaChange(db: Reader): Promise<Temporal.Instant | null> {
  const { rows } = await db.execute<{ at: string | null }>(sql`
    select to_json(greatest((select max(updated_at) from agenda_events), (select max(updated_at) from agenda_occurrences),
      (select max(updated_at) from venues), (select max(updated_at) from organizations)))#>>'{}' as at`);
  const at = rows[0]?.at;
  return at ? Temporal.Instant.from(at) : null;
}

import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { StoredEvent } from '../stored-event.ts';

const most = 100;

/** The days on which an event took place, with those it repeats and those that repeat it. */
export async function daysDone(db: Reader, { id, repeatsId }: StoredEvent): Promise<Temporal.PlainDate[]> {
  const { rows } = await db.execute<{ day: string }>(sql`
    select distinct o.starts_on::text as day from agenda_occurrences o
      join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id
    where (e.id = ${id}::uuid or e.repeats_id = ${id}::uuid or e.id = ${repeatsId}::uuid or e.repeats_id = ${repeatsId}::uuid)
      and e.trashed_at is null and not o.is_cancelled order by day desc limit ${most}`);
  return rows.map(({ day }) => Temporal.PlainDate.from(day));
}

import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { EventType } from '../../domain/event-types.ts';

/** Years and types of the public dates that are over, newest year first. */
export async function pastChoices(
  db: Reader,
  now: Temporal.Instant,
): Promise<{ years: readonly number[]; types: readonly EventType[] }> {
  const { rows } = await db.execute<{ years: number[] | null; types: EventType[] | null }>(sql`
    select array_agg(distinct extract(year from o.starts_on)::int) as years, array_agg(distinct e.type) as types
    from agenda_occurrences o join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id
    where e.status = 'published' and e.trashed_at is null and not o.is_leftover and not o.is_cancelled
      and o.ends_at <= ${now.toString()}::timestamptz`);
  const years = (rows[0]?.years ?? []).toSorted((a, b) => b - a);
  return { years, types: rows[0]?.types ?? [] };
}

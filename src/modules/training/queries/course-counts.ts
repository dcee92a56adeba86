import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** Next session of each course, and how many wait to be told. */
export async function courseCounts(
  db: Reader,
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<string, { next: Temporal.PlainDate | null; interested: number }>> {
  const { rows } = await db.execute<{ id: string; next: string | null; interested: number }>(sql`
    select c.id, (select min(h.held_on)::text from training_half_days h
        join training_sessions s on s.hub_id = h.hub_id and s.id = h.session_id
        where s.hub_id = c.hub_id and s.course_id = c.id and s.trashed_at is null and s.state in ('open', 'confirmed')
          and h.held_on >= ${today.toString()}::date) as next,
      (select count(*)::int from training_interests i
        where i.hub_id = c.hub_id and i.course_id = c.id and i.confirmed_at is not null) as interested
    from training_courses c where c.trashed_at is null`);
  return new Map(
    rows.map(({ id, next, interested }) => [id, { next: next ? Temporal.PlainDate.from(next) : null, interested }]),
  );
}

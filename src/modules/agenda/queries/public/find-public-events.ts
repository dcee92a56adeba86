import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { formatDate } from '#platform/french/index.ts';

/** Public events whose title holds these words, the latest first, named with their day. */
export async function findPublicEvents(
  db: Reader,
  words: string,
  limit: number,
): Promise<{ id: string; label: string }[]> {
  const pattern = `%${words.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await db.execute<{ id: string; title: string; day: string }>(sql`
    select id, title, starts_local::date::text as day from agenda_events
    where status = 'published' and trashed_at is null and title ilike ${pattern}
    order by starts_local desc, id limit ${limit}`);
  return rows.map(({ id, title, day }) => ({ id, label: `${title}, ${formatDate(Temporal.PlainDate.from(day))}` }));
}

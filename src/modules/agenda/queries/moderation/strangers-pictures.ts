import { sql, type SQL } from 'drizzle-orm';
import type { StrangersPictures } from '#modules/photos/index.ts';
import type { Reader } from '#platform/db/database.ts';

const isStrangers = (since: Temporal.Instant): SQL => sql`i.created_by is null and i.visibility = 'staff'
  and i.removed_at is null and i.created_at > ${since.toString()}::timestamptz
  and not exists (select from agenda_events e where e.hub_id = i.hub_id and e.image_id = i.id)`;

async function count(db: Reader, since: Temporal.Instant): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from stored_images i where ${isStrangers(since)}`,
  );
  return rows[0]?.count ?? 0;
}

async function isWaiting(db: Reader, id: string, now: Temporal.Instant): Promise<boolean> {
  const since = now.subtract({ hours: 24 });
  const { rows } = await db.execute(sql`select from stored_images i where i.id = ${id} and ${isStrangers(since)}`);
  return rows.length > 0;
}

/** Pictures sent with proposals of events, without an account. */
export const strangersPictures: StrangersPictures = { count, isWaiting };

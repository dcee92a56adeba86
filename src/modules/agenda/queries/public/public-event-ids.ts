import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** Every event that everyone may read, its picture withheld left out. */
export async function publicEventIds(db: Reader): Promise<ReadonlySet<string>> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select e.id from agenda_events e left join stored_images i on i.hub_id = e.hub_id and i.id = e.image_id
    where e.status = 'published' and e.trashed_at is null and i.removed_at is null and i.withheld_at is null`);
  return new Set(rows.map(({ id }) => id));
}

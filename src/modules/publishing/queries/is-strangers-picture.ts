import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** Whether a picture was sent without an account within the day and shown to nobody yet: its sender may still name it. */
export async function isStrangersPicture(db: Reader, id: string, now: Temporal.Instant): Promise<boolean> {
  const since = now.subtract({ hours: 24 }).toString();
  const { rows } = await db.execute(sql`select 1 from stored_images i where id = ${id} and created_by is null
    and visibility = 'staff' and removed_at is null and created_at > ${since}::timestamptz
    and not exists (select from publications p where p.hub_id = i.hub_id and p.image_id = i.id)
    and not exists (select from agenda_events e where e.hub_id = i.hub_id and e.image_id = i.id)`);
  return rows.length > 0;
}

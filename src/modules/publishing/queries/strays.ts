import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** What was sent in and that nothing shows: its row, and where its content is in the file store. */
export interface Strays {
  pictures: { id: string; keys: string[] }[];
  files: { id: string; keys: string[] }[];
}

/** How many of each are read at once. */
export const straysAtOnce = 200;

// A text of today, one kept aside, or one of before that may be taken back.
const isNamed = (id: ReturnType<typeof sql>) => sql`(
  exists (select from publications p where p.hub_id = x.hub_id and (p.image_id = x.id
    or position(${id} in p.content::text || coalesce(p.pending::text, '') || p.body) > 0))
  or exists (select from publication_versions v where v.hub_id = x.hub_id and position(${id} in v.fields::text) > 0))`;

/**
 * Pictures sent without an account, and documents, that came before this moment and that no publication names: a
 * proposal never finished, a text removed for good. Other modules may still name them. In the order of their ids, after
 * those given.
 */
export async function straysBefore(
  db: Reader,
  before: Temporal.Instant,
  after: { picture: string; file: string },
): Promise<Strays> {
  const isOld = sql`x.visibility = 'staff' and x.removed_at is null and x.created_at < ${before.toString()}::timestamptz`;
  const pictures = await db.execute<{ id: string; keys: string[] }>(sql`
    select x.id, array(select one ->> 'key' from jsonb_array_elements(x.variants) one) as keys
    from stored_images x where ${isOld} and x.id > ${after.picture}::uuid and x.created_by is null
      and not exists (select from photos b where b.hub_id = x.hub_id and b.image_id = x.id)
      and not ${isNamed(sql`x.id::text`)} order by x.id limit ${straysAtOnce}`);
  const files = await db.execute<{ id: string; keys: string[] }>(sql`
    select x.id, array[x.key] as keys from stored_files x
    where ${isOld} and x.id > ${after.file}::uuid and not ${isNamed(sql`x.id::text`)} order by x.id limit ${straysAtOnce}`);
  return { pictures: pictures.rows, files: files.rows };
}

/** Publications whose drawn picture may be kept: public, and their photo neither removed nor withheld. */
export async function idsWithShareImage(db: Reader): Promise<ReadonlySet<string>> {
  const { rows } = await db.execute<{ id: string }>(sql`select p.id from publications p
    left join stored_images i on i.hub_id = p.hub_id and i.id = p.image_id
    where p.status = 'published' and p.trashed_at is null and i.removed_at is null and i.withheld_at is null`);
  return new Set(rows.map(({ id }) => id));
}

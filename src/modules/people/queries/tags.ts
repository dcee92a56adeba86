import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** A tag and how many people bear it. */
export interface ListedTag {
  id: string;
  label: string;
  people: number;
}

export async function tagList(db: Reader): Promise<ListedTag[]> {
  const { rows } = await db.execute<{ id: string; label: string; people: number }>(sql`
    select t.id, t.label, count(p.id)::int as people from people_tags t
    left join person_tags b on b.hub_id = t.hub_id and b.tag_id = t.id
    left join persons p on p.hub_id = b.hub_id and p.id = b.person_id and p.merged_into is null and p.erased_at is null
    group by t.id, t.label, t.label_key order by t.label_key`);
  return rows;
}

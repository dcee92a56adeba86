import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { foldForSearch } from '#platform/french/index.ts';

/** Published structures whose name is near, or has a word that begins like what is being typed. */
export async function similarNames(db: Reader, typed: string): Promise<{ name: string; city: string }[]> {
  const key = foldForSearch(typed.slice(0, 200));
  if (key.length < 3) return [];
  const { rows } = await db.execute<{ name: string; city: string }>(sql`
    select o.name, coalesce(l.city, '') as city
    from (select id, likeness from essaim_near_organizations(${key}, 30) where likeness > 0.4
      union all (select id, 1::real from organizations where strpos(' ' || name_key, ${` ${key}`}) > 0 limit 10)) near
    join organizations o on o.id = near.id and o.status = 'published' and o.trashed_at is null
    left join organization_locations l on l.organization_id = o.id and l.position = 0
    group by o.id, o.name, l.city order by max(near.likeness) desc, o.name limit 6`);
  return rows;
}

import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** The towns where people live, folded as they are compared and as one of them wrote it. One look in the index a town. */
export async function townChoices(db: Reader): Promise<{ value: string; label: string }[]> {
  const { rows } = await db.execute<{ value: string; label: string }>(sql`
    with recursive towns as (
      (select c.town_key from contact_points c where c.kind = 'postal' and c.town_key is not null order by c.town_key limit 1)
      union all
      select (select c.town_key from contact_points c where c.kind = 'postal' and c.town_key > t.town_key order by c.town_key limit 1)
      from towns t where t.town_key is not null)
    select t.town_key as value, (select trim(substring(c.value from '\\y\\d{5}\\s+([^,;\\n]+)')) from contact_points c
      where c.kind = 'postal' and c.town_key = t.town_key limit 1) as label
    from towns t where t.town_key is not null order by 1`);
  return rows;
}

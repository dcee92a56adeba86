import { sql, type SQL } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

export type TwinReason = 'email' | 'phone' | 'name';

/** Two people who may be one, and what makes one think so. */
export interface TwinPair {
  one: { id: string; name: string };
  other: { id: string; name: string };
  reasons: TwinReason[];
}

/**
 * Pairs that share a mail, a phone or a name and that nobody told apart. A mail shared within a household is no sign,
 * nor is a phone. Of one person when her id is given.
 */
export async function likelyTwins(db: Reader, personId: string | null, limit = 200): Promise<TwinPair[]> {
  // The first of a pair is the person asked about, else the one of the smaller id.
  const pair = (one: SQL, other: SQL) =>
    personId === null ? sql`${other} > ${one}` : sql`${one} = ${personId}::uuid and ${other} <> ${one}`;
  const living = (alias: SQL) => sql`${alias}.merged_into is null and ${alias}.erased_at is null`;
  const turned = sql`regexp_replace(essaim_fold(x.family_name || x.given_name), '[^a-z0-9]', '', 'g')`;
  const { rows } = await db.execute<{
    a: string;
    b: string;
    aName: string;
    bName: string;
    reasons: TwinReason[];
  }>(sql`
    with pairs as (
      select least(x.person_id, y.person_id) as a, greatest(x.person_id, y.person_id) as b, x.kind as reason
        from contact_points x join contact_points y on y.hub_id = x.hub_id and y.kind = x.kind and y.normalised = x.normalised
        where x.kind in ('email', 'phone') and ${pair(sql`x.person_id`, sql`y.person_id`)} and not exists (
          select from household_people h join household_people k on k.hub_id = h.hub_id and k.household_id = h.household_id
          where h.hub_id = x.hub_id and h.person_id = x.person_id and k.person_id = y.person_id)
      union all
      select least(x.id, y.id), greatest(x.id, y.id), 'name' from persons x
        join persons y on y.hub_id = x.hub_id and y.name_key = x.name_key
        where x.name_key <> '' and ${living(sql`x`)} and ${living(sql`y`)} and ${pair(sql`x.id`, sql`y.id`)}
      union all
      select least(x.id, y.id), greatest(x.id, y.id), 'name' from persons x
        join persons y on y.hub_id = x.hub_id and y.name_key = ${turned}
        where x.name_key <> '' and y.name_key <> x.name_key and ${living(sql`x`)} and ${living(sql`y`)} and ${pair(sql`x.id`, sql`y.id`)})
    select t.a, t.b, p.display_name as "aName", q.display_name as "bName", array_agg(distinct t.reason) as reasons
    from pairs t join persons p on p.id = t.a join persons q on q.id = t.b
    where ${living(sql`p`)} and ${living(sql`q`)}
      and not exists (select from people_told_apart k where k.person_id = t.a and k.other_id = t.b)
    group by t.a, t.b, p.display_name, q.display_name, p.folded_name
    order by count(distinct t.reason) desc, p.folded_name, t.a, t.b limit ${limit}`);
  return rows.map((row) => ({
    one: { id: row.a, name: row.aName },
    other: { id: row.b, name: row.bName },
    reasons: row.reasons,
  }));
}

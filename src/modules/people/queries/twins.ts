import { sql, type SQL } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

export type TwinReason = 'email' | 'phone' | 'name';

/** Two people who may be one, and what makes one think so. */
export interface TwinPair {
  one: { id: string; name: string };
  other: { id: string; name: string };
  reasons: TwinReason[];
}

// Hyphens, apostrophes and the order of names tell nobody apart.
const key = (first: SQL, second: SQL) => sql`regexp_replace(essaim_fold(${first} || ${second}), '[^a-z0-9]', '', 'g')`;

/**
 * Pairs that share a mail, a phone or a name and that nobody told apart. A mail shared within a household is no sign,
 * nor is a phone. Of one person when her id is given.
 */
export async function likelyTwins(db: Reader, personId: string | null, limit = 200): Promise<TwinPair[]> {
  const of = (one: SQL, other: SQL) =>
    personId === null ? sql`true` : sql`(${one} = ${personId}::uuid or ${other} = ${personId}::uuid)`;
  const { rows } = await db.execute<{
    a: string;
    b: string;
    aName: string;
    bName: string;
    reasons: TwinReason[];
  }>(sql`
    with living as materialized (
      select id, display_name, folded_name, ${key(sql`given_name`, sql`family_name`)} as name, ${key(sql`family_name`, sql`given_name`)} as turned
      from persons where merged_into is null and erased_at is null),
    pairs as (
      select least(x.person_id, y.person_id) as a, greatest(x.person_id, y.person_id) as b, x.kind as reason
        from contact_points x join contact_points y on y.hub_id = x.hub_id and y.kind = x.kind and y.normalised = x.normalised and y.person_id > x.person_id
        where x.kind in ('email', 'phone') and ${of(sql`x.person_id`, sql`y.person_id`)} and not exists (
          select from household_people h join household_people k on k.hub_id = h.hub_id and k.household_id = h.household_id
          where h.hub_id = x.hub_id and h.person_id = x.person_id and k.person_id = y.person_id)
      union all
      select least(x.id, y.id), greatest(x.id, y.id), 'name' from living x join living y on y.name = x.name and y.id > x.id
        where x.name <> '' and ${of(sql`x.id`, sql`y.id`)}
      union all
      select least(x.id, y.id), greatest(x.id, y.id), 'name' from living x join living y on y.turned = x.name and y.name <> x.name and y.id > x.id
        where x.name <> '' and ${of(sql`x.id`, sql`y.id`)})
    select t.a, t.b, p.display_name as "aName", q.display_name as "bName", array_agg(distinct t.reason) as reasons
    from pairs t join living p on p.id = t.a join living q on q.id = t.b
    where not exists (select from people_told_apart k where k.person_id = t.a and k.other_id = t.b)
    group by t.a, t.b, p.display_name, q.display_name, p.folded_name
    order by count(distinct t.reason) desc, p.folded_name, t.a, t.b limit ${limit}`);
  return rows.map((row) => ({
    one: { id: row.a, name: row.aName },
    other: { id: row.b, name: row.bName },
    reasons: row.reasons,
  }));
}

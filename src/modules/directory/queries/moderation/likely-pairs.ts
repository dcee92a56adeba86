import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** Two sheets that may be of one structure. */
export interface LikelyPair {
  aId: string;
  aName: string;
  bId: string;
  bName: string;
  city: string;
  because: 'siret' | 'rna' | 'website' | 'phone' | 'name';
}

const mostAlike = 200;

/**
 * Pairs of sheets with the same number, site or phone and near names, or near names in one town; surest first. Pairs
 * that the team said to be two structures are left out. Near names are compared town by town, between names that begin
 * alike: cheap enough for tens of thousands of sheets.
 */
export async function likelyPairs(db: Reader): Promise<LikelyPair[]> {
  const { rows } = await db.execute<LikelyPair & Record<string, unknown>>(sql`
    with sheets as materialized (
      select o.id, o.name, o.name_key, o.siret, o.rna, o.website_key, o.phone as phone_key, l.municipality_insee as insee, coalesce(l.city, '') as city,
        left(regexp_replace(o.name_key, '^(la |le |les |l |un |une )', ''), 5) as start
      from organizations o left join organization_locations l on l.hub_id = o.hub_id and l.organization_id = o.id and l.position = 0
      where o.trashed_at is null
    ), pairs as (
      select a.id as a, b.id as b, 'siret' as because, 0 as rank from sheets a join sheets b on a.siret = b.siret and a.id < b.id
      union all
      select a.id, b.id, 'rna', 1 from sheets a join sheets b on a.rna = b.rna and a.id < b.id
      union all
      select a.id, b.id, 'website', 2 from sheets a join sheets b on a.website_key = b.website_key and a.website_key <> '' and a.id < b.id
        where similarity(a.name_key, b.name_key) > 0.5 and a.insee is not distinct from b.insee
      union all
      select a.id, b.id, 'phone', 3 from sheets a join sheets b on a.phone_key = b.phone_key and a.phone_key <> '' and a.id < b.id
        where similarity(a.name_key, b.name_key) > 0.5 and a.insee is not distinct from b.insee
      union all
      select a.id, b.id, 'name', 4 from sheets a join sheets b on a.insee = b.insee and a.start = b.start and a.id < b.id
        where similarity(a.name_key, b.name_key) > 0.72
    ), best as (select distinct on (a, b) a, b, because, rank from pairs order by a, b, rank)
    select p.a as "aId", x.name as "aName", p.b as "bId", y.name as "bName", x.city, p.because
    from best p join sheets x on x.id = p.a join sheets y on y.id = p.b
    where not exists (select from distinct_organizations d where d.a_id = p.a and d.b_id = p.b)
    order by p.rank, x.name_key, p.a, p.b limit ${mostAlike}`);
  return rows;
}

import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { foldForSearch } from '#platform/french/index.ts';
import type { OrganizationProfile } from '../profile/organization-profile.ts';
import { websiteKey } from '../profile/website-key.ts';

/** A sheet that may be of the same structure, and what they have in common. */
export interface LikelySame {
  id: string;
  slug: string;
  name: string;
  city: string;
  status: string;
  because: SameBecause;
}

export type SameBecause = 'identifier' | 'phone' | 'website' | 'name';

export type Described = Pick<OrganizationProfile, 'name'> &
  Partial<Pick<OrganizationProfile, 'siret' | 'siren' | 'rna' | 'phone' | 'website' | 'locations'>>;

const mostShown = 5;
const almostTheSameName = 0.62;

/**
 * Sheets that may be of the structure described: same number, phone or site, or a near name in the same town.
 * Identifiers first. A SIREN alone says nothing when both give a different SIRET: two places of one body.
 */
export async function likelySame(
  db: Reader,
  described: Described,
  options: { except?: string } = {},
): Promise<LikelySame[]> {
  const nameKey = foldForSearch(described.name);
  const place = described.locations?.[0];
  const { rows } = await db.execute<LikelySame & Record<string, unknown>>(sql`
    with found as (
      select id, 'identifier' as because, 0 as rank, 1::real as likeness from organizations
        where siret = ${described.siret ?? null} or rna = ${described.rna ?? null}
          or (siren = ${described.siren ?? null} and (siret is null or ${described.siret ?? null}::text is null))
      union all
      select id, 'phone', 1, 1 from organizations where phone <> '' and phone = ${described.phone ?? ''}
      union all
      select id, 'website', 2, 1 from organizations where website_key <> '' and website_key = ${websiteKey(described.website ?? '')}
      union all
      select n.id, 'name', 3, n.likeness from essaim_near_organizations(${nameKey}, 20) n
        left join organization_locations l on l.organization_id = n.id and l.position = 0
        where n.likeness >= ${almostTheSameName} and (n.likeness >= 0.999 or ${place?.city ?? ''} = '' or l.id is null
          or l.municipality_insee = ${place?.municipalityInsee ?? null} or essaim_fold(l.city) = essaim_fold(${place?.city ?? ''}))
    )
    select o.id, o.slug, o.name, o.status, coalesce(l.city, '') as city, best.because
    from (select distinct on (id) id, because, rank, likeness from found order by id, rank, likeness desc) best
    join organizations o on o.id = best.id and o.trashed_at is null and o.id is distinct from ${options.except ?? null}::uuid
    left join organization_locations l on l.organization_id = o.id and l.position = 0
    order by best.rank, best.likeness desc, o.name_key
    limit ${mostShown}`);
  return rows.map(({ id, slug, name, city, status, because }) => ({ id, slug, name, city, status, because }));
}

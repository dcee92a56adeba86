import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { FieldOrigins, OrganizationProfile } from '../profile/organization-profile.ts';
import type { OrganizationStatus } from '../tables.ts';

/** A sheet as it is kept, with all its parts. */
export interface StoredOrganization {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
  readonly status: OrganizationStatus;
  readonly trashedAt: string | null;
  readonly publishedAt: string | null;
  readonly confirmedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly fieldOrigins: FieldOrigins;
  readonly profile: OrganizationProfile;
}

/** The sheets of these ids, parts included, in one statement. Unknown ids are left out. */
export async function readOrganizations(db: Reader, ids: readonly string[]): Promise<Map<string, StoredOrganization>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.execute<{ stored: StoredOrganization }>(sql`
    select jsonb_build_object('id', o.id, 'slug', o.slug, 'version', o.version, 'status', o.status,
      'trashedAt', o.trashed_at, 'publishedAt', o.published_at, 'confirmedAt', o.confirmed_at,
      'createdAt', o.created_at, 'updatedAt', o.updated_at, 'fieldOrigins', o.field_origins,
      'profile', jsonb_build_object('name', o.name, 'shortName', o.short_name, 'legalForm', o.legal_form, 'legalCode', o.legal_code,
        'level', o.level, 'mission', o.mission, 'description', o.description, 'offers', o.offers, 'needs', o.needs,
        'skills', o.skills, 'means', o.means, 'audiences', o.audiences, 'siren', o.siren, 'siret', o.siret,
        'rna', o.rna, 'foundedYear', o.founded_year, 'staffBracket', o.staff_bracket, 'phone', o.phone,
        'phoneVisibility', o.phone_visibility, 'email', o.email, 'emailVisibility', o.email_visibility,
        'website', o.website, 'links', o.links, 'isMember', o.is_member, 'isInspiring', o.is_inspiring,
        'isSupport', o.is_support, 'supports', o.supports)
      || jsonb_build_object(
        'themes', coalesce((select jsonb_agg(t.theme_id order by t.position, t.theme_id) from organization_themes t
          where t.hub_id = o.hub_id and t.organization_id = o.id), '[]'),
        'locations', coalesce((select jsonb_agg(jsonb_build_object('label', l.label, 'street', l.street,
            'postcode', l.postcode, 'city', l.city, 'municipalityInsee', l.municipality_insee, 'inseeYear', l.insee_year,
            'lon', l.lon, 'lat', l.lat, 'isApproximate', l.is_approximate, 'visibility', l.visibility,
            'openingHours', l.opening_hours, 'openingHoursNote', l.opening_hours_note) order by l.position) from organization_locations l
          where l.hub_id = o.hub_id and l.organization_id = o.id), '[]'),
        'contacts', coalesce((select jsonb_agg(jsonb_build_object('personId', c.person_id, 'name', c.name,
            'role', c.role, 'visibility', c.visibility, 'email', c.email, 'emailVisibility', c.email_visibility,
            'phone', c.phone, 'phoneVisibility', c.phone_visibility) order by c.position) from contact_persons c
          where c.hub_id = o.hub_id and c.organization_id = o.id), '[]'))) as stored
    from organizations o where o.id = any (${uuids(ids)}::uuid[])`);
  return new Map(rows.map(({ stored }) => [stored.id, stored]));
}

/** A list of ids as PostgreSQL reads an array. */
export function uuids(ids: readonly string[]): string {
  return `{${ids.join(',')}}`;
}

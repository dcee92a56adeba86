import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { KnownOrganization } from '../../domain/import/plan.ts';

interface FaceRow extends Record<string, unknown> {
  id: string;
  trashed: boolean;
  name: string;
  short_name: string;
  siren: string | null;
  siret: string | null;
  rna: string | null;
  phone: string;
  email: string;
  website: string;
  insee: string | null;
  postcode: string | null;
  city: string | null;
  street: string | null;
  lon: number | null;
  lat: number | null;
  keys: string[] | null;
}

/** What the comparison of a list needs to know of the sheets: their faces, and their keys in this list. */
export async function knownOrganizations(db: Reader, source: string): Promise<KnownOrganization[]> {
  const { rows } = await db.execute<FaceRow>(sql`
    select o.id, o.trashed_at is not null as trashed, o.name, o.short_name, o.siren, o.siret, o.rna, o.phone, o.email, o.website,
      l.municipality_insee as insee, l.postcode, l.city, l.street, case when l.is_approximate then null else l.lon end as lon, l.lat, s.keys
    from organizations o
    left join organization_locations l on l.organization_id = o.id and l.position = 0
    left join (select organization_id, array_agg(source_key) as keys from organization_sources where source = ${source} group by 1) s on s.organization_id = o.id
    -- A sheet in the trash is no duplicate of anything, but its list must not bring it back.
    where o.trashed_at is null or s.keys is not null`);
  return rows.flatMap((row) => {
    const face = faceOf(row);
    const keys: (string | null)[] = row.keys ?? [null];
    return keys.map((sourceKey) => ({ id: row.id, face, sourceKey, profile: null }));
  });
}

function faceOf(row: FaceRow): KnownOrganization['face'] {
  return {
    id: row.id,
    name: row.name,
    shortName: row.short_name || null,
    siren: row.siren,
    siret: row.siret,
    rna: row.rna,
    phone: row.phone || null,
    email: row.email || null,
    website: row.website || null,
    insee: row.insee,
    postcode: row.postcode || null,
    city: row.city || null,
    street: row.street?.split('\n').find((line) => /\d/.test(line)) ?? row.street?.split('\n')[0] ?? null,
    point: row.lon === null || row.lat === null ? null : { longitude: row.lon, latitude: row.lat },
  };
}

/** Under which key this list knows which sheet, and what it last said of it. */
export async function sourceKeys(db: Reader, source: string): Promise<Map<string, { organizationId: string; hash: string }>> {
  const { rows } = await db.execute<{ key: string; id: string; hash: string }>(
    sql`select source_key as key, organization_id as id, content_hash as hash from organization_sources where source = ${source}`,
  );
  return new Map(rows.map((row) => [row.key, { organizationId: row.id, hash: row.hash }]));
}

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
}

interface PlaceRow extends Record<string, unknown> {
  id: string;
  insee: string | null;
  postcode: string;
  city: string;
  street: string;
  lon: number | null;
  lat: number | null;
}

/**
 * What the comparison of a list needs to know of the sheets: their faces, and their keys in this list. Three plain
 * reads put together here: joined by a server that has no statistics yet on thousands of fresh rows, they took minutes.
 */
export async function knownOrganizations(db: Reader, source: string): Promise<KnownOrganization[]> {
  const places = await mainPlaces(db);
  const keys = Map.groupBy(await sourceKeys(db, source), ([, { organizationId }]) => organizationId);
  const { rows } = await db.execute<FaceRow>(sql`
    select id, trashed_at is not null as trashed, name, short_name, siren, siret, rna, phone, email, website from organizations`);
  return rows.flatMap((row) => {
    const own = keys.get(row.id)?.map(([key]) => key);
    // A sheet in the trash is no duplicate of anything, but its list must not bring it back.
    if (row.trashed && !own) return [];
    const face = faceOf(row, places.get(row.id));
    return (own ?? [null]).map((sourceKey) => ({ id: row.id, face, sourceKey, profile: null }));
  });
}

async function mainPlaces(db: Reader): Promise<Map<string, PlaceRow>> {
  const { rows } =
    await db.execute<PlaceRow>(sql`select organization_id as id, municipality_insee as insee, postcode, city, street,
      case when is_approximate then null else lon end as lon, lat
    from organization_locations where position = 0`);
  return new Map(rows.map((row) => [row.id, row]));
}

function faceOf(row: FaceRow, place: PlaceRow | undefined): KnownOrganization['face'] {
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
    insee: place?.insee ?? null,
    postcode: place?.postcode || null,
    city: place?.city || null,
    street: place?.street.split('\n').find((line) => /\d/.test(line)) ?? place?.street.split('\n')[0] ?? null,
    point: place && place.lon !== null && place.lat !== null ? { longitude: place.lon, latitude: place.lat } : null,
  };
}

/** Under which key this list knows which sheet, and what it last said of it. */
export async function sourceKeys(
  db: Reader,
  source: string,
): Promise<Map<string, { organizationId: string; hash: string }>> {
  const { rows } = await db.execute<{ key: string; id: string; hash: string }>(
    sql`select source_key as key, organization_id as id, content_hash as hash from organization_sources where source = ${source}`,
  );
  return new Map(rows.map((row) => [row.key, { organizationId: row.id, hash: row.hash }]));
}

import type { Database } from '#platform/db/database.ts';
import { municipalityCentre } from '#platform/geo/index.ts';

/** What the index keeps of one published sheet: only what everyone may see. */
export interface IndexedRow {
  id: string;
  slug: string;
  name: string;
  nameKey: string;
  legalForm: string | null;
  isMember: boolean;
  isInspiring: boolean;
  isSupport: boolean;
  lends: boolean;
  /** Seconds since 1970. */
  publishedAt: number;
  insee: string | null;
  city: string;
  lon: number | null;
  lat: number | null;
  /** Theme ids, the first gives the colour. */
  themes: string[];
}

type Raw = [string, string, string, string, string | null, boolean, boolean, boolean, boolean, number, string | null, string | null, number | null, number | null, string | null, string[] | null];

const columns = `select o.id, o.slug, o.name, o.name_key, o.legal_form, o.is_member, o.is_inspiring, o.is_support,
    o.means <> '{}', extract(epoch from o.published_at)::int, l.municipality_insee, l.city, l.lon, l.lat, l.visibility,
    (select array_agg(t.theme_id::text order by t.position) from organization_themes t where t.organization_id = o.id)
  from organizations o left join organization_locations l on l.organization_id = o.id and l.position = 0
  where o.status = 'published' and o.trashed_at is null`;

const inOnePage = 5_000;

/** All published sheets in order of name, page after page so that no large answer stands in memory at once. */
export async function* allRows(db: Database): AsyncGenerator<IndexedRow[]> {
  let last: [string, string] = ['', '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const { rows } = await db.$client.query(
      { text: `${columns} and (o.name_key collate "C", o.id) > ($1, $2::uuid) order by o.name_key collate "C", o.id limit ${inOnePage}`, rowMode: 'array' } as never,
      last,
    );
    const page = (rows as unknown as Raw[]).map(rowOf);
    yield page;
    const end = page.at(-1);
    if (!end || page.length < inOnePage) return;
    last = [end.nameKey, end.id];
  }
}

/** Those of these sheets that are published, in order of name. */
export async function rowsById(db: Database, ids: readonly string[]): Promise<IndexedRow[]> {
  const { rows } = await db.$client.query(
    { text: `${columns} and o.id = any ($1::uuid[]) order by o.name_key collate "C", o.id`, rowMode: 'array' } as never,
    [ids],
  );
  return (rows as unknown as Raw[]).map(rowOf);
}

function rowOf([id, slug, name, nameKey, legalForm, isMember, isInspiring, isSupport, lends, publishedAt, insee, city, lon, lat, visibility, themes]: Raw): IndexedRow {
  const place = visibility === 'public' || visibility === null ? { lon, lat } : coarse(insee);
  return { id, slug, name, nameKey, legalForm, isMember, isInspiring, isSupport, lends, publishedAt, insee, city: city ?? '', ...place, themes: themes ?? [] };
}

/** A place kept from the public is shown at the centre of its municipality. */
function coarse(insee: string | null): { lon: number | null; lat: number | null } {
  const centre = insee ? municipalityCentre(insee) : undefined;
  return { lon: centre?.longitude ?? null, lat: centre?.latitude ?? null };
}

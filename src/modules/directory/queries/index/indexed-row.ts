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

type Raw = [
  string,
  string,
  string,
  string,
  string | null,
  boolean,
  boolean,
  boolean,
  boolean,
  number,
  string | null,
  string | null,
  number | null,
  number | null,
  string | null,
  string[] | null,
];

const columns = `select o.id, o.slug, o.name, o.name_key, o.legal_form, o.is_member, o.is_inspiring, o.is_support,
    o.means <> '{}', extract(epoch from o.published_at)::int, l.municipality_insee, l.city, l.lon, l.lat,
    case when exists (select from member_only_pieces k where k.piece = 'streets') then 'members' else l.visibility end,
    (select array_agg(t.theme_id::text order by t.position) from organization_themes t where t.organization_id = o.id)
  from organizations o left join organization_locations l on l.organization_id = o.id and l.position = 0
  where o.status = 'published' and o.trashed_at is null`;

const inOneGo = 2_000;

/**
 * All published sheets in order of name, read through a cursor so that no large answer stands in memory at once. One
 * pass over the table then one sort: by the index on names, each sheet would be fetched from a page of its own.
 */
export async function* allRows(db: Database): AsyncGenerator<IndexedRow[]> {
  const client = await db.$client.connect();
  try {
    await client.query(`begin read only; set local cursor_tuple_fraction = 1; set local work_mem = '32MB'; set local enable_indexscan = off;
      declare sheets no scroll cursor for ${columns} order by o.name_key collate "C", o.id`);
    for (;;) {
      const { rows } = await client.query({ text: `fetch ${inOneGo} from sheets`, rowMode: 'array' });
      yield (rows as unknown as Raw[]).map(rowOf);
      if (rows.length < inOneGo) return;
    }
  } finally {
    // Also when the reader stops half way or the connection is gone: `release` then throws it away.
    const ended = await client.query('rollback').then(
      () => undefined,
      (error: Error) => error,
    );
    client.release(ended);
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

function rowOf([
  id,
  slug,
  name,
  nameKey,
  legalForm,
  isMember,
  isInspiring,
  isSupport,
  lends,
  publishedAt,
  insee,
  city,
  lon,
  lat,
  visibility,
  themes,
]: Raw): IndexedRow {
  const place = visibility === 'public' || visibility === null ? { lon, lat } : coarse(insee);
  return {
    id,
    slug,
    name,
    nameKey,
    legalForm,
    isMember,
    isInspiring,
    isSupport,
    lends,
    publishedAt,
    insee,
    city: city ?? '',
    ...place,
    themes: themes ?? [],
  };
}

/** A place kept from the public is shown at the centre of its municipality. */
function coarse(insee: string | null): { lon: number | null; lat: number | null } {
  const centre = insee ? municipalityCentre(insee) : undefined;
  return { lon: centre?.longitude ?? null, lat: centre?.latitude ?? null };
}

import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { foldForSearch } from '#platform/french/index.ts';
import { organizationPath } from '../paths.ts';

/** A published structure as other modules name it. */
export interface NamedOrganization {
  id: string;
  name: string;
  path: string;
}

/** Those of these ids that everyone may read. */
export async function namedOrganizations(
  db: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedOrganization>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.execute<{ id: string; name: string; slug: string }>(sql`
    select id, name, slug from organizations
    where id = any (${`{${ids.join(',')}}`}::uuid[]) and status = 'published' and trashed_at is null`);
  return new Map(rows.map(({ id, name, slug }) => [id, { id, name, path: organizationPath(slug) }]));
}

/** Published structures whose name holds these words, by name. */
export async function findOrganizations(db: Reader, words: string, limit: number): Promise<NamedOrganization[]> {
  const like = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await db.execute<{ id: string; name: string; slug: string }>(sql`
    select id, name, slug from organizations
    where status = 'published' and trashed_at is null
      and (essaim_fold(name) like essaim_fold(${like}) or essaim_fold(short_name) like essaim_fold(${like}))
    order by name_key collate "C", id limit ${limit}`);
  return rows.map(({ id, name, slug }) => ({ id, name, path: organizationPath(slug) }));
}

/** Published structures that bear exactly one of these names, by the name given; nothing where two bear the same. */
export async function organizationsByName(
  db: Reader,
  names: readonly string[],
): Promise<ReadonlyMap<string, NamedOrganization>> {
  if (names.length === 0) return new Map();
  const keys = JSON.stringify(names.map(foldForSearch));
  const { rows } = await db.execute<{ id: string; name: string; name_key: string; slug: string }>(sql`
    select id, name, name_key, slug from organizations
    where name_key = any (array(select jsonb_array_elements_text(${keys}::jsonb)))
      and status = 'published' and trashed_at is null limit 200`);
  const byKey = Map.groupBy(rows, (row) => row.name_key);
  return new Map(
    names.flatMap((name) => {
      const [row, another] = byKey.get(foldForSearch(name)) ?? [];
      return row && !another ? [[name, { id: row.id, name: row.name, path: organizationPath(row.slug) }] as const] : [];
    }),
  );
}

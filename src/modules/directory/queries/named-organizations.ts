import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
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

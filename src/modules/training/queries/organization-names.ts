import { inArray } from 'drizzle-orm';
import { organizations } from '#modules/directory/tables.ts';
import type { Reader } from '#platform/db/database.ts';

/** Names of structures of the directory, as papers bear them, whether everyone may read their sheet or not. */
export async function organizationNames(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(inArray(organizations.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

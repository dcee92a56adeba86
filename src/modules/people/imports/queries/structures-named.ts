import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { foldForSearch } from '#platform/french/index.ts';

/** Structures of these names, drafts too, by folded name; a name that two bear is nobody's. */
export async function structuresNamedLike(
  db: Reader,
  names: readonly string[],
): Promise<ReadonlyMap<string, { id: string; name: string }>> {
  if (names.length === 0) return new Map();
  const keys = JSON.stringify([...new Set(names.map(foldForSearch))]);
  const { rows } = await db.execute<{ id: string; name: string; key: string }>(sql`
    select id, name, name_key as key from organizations where trashed_at is null
      and name_key = any (array(select jsonb_array_elements_text(${keys}::jsonb)))`);
  return new Map(
    [...Map.groupBy(rows, (row) => row.key)].flatMap(([key, found]) => {
      const [first, another] = found;
      return first && !another ? [[key, { id: first.id, name: first.name }] as const] : [];
    }),
  );
}

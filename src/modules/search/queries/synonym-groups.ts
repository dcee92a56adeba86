import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { searchSynonyms } from '../tables.ts';

/** Words that mean the same for the hub. */
export interface SynonymGroup {
  id: string;
  words: string[];
  version: number;
}

const shown = { id: searchSynonyms.id, words: searchSynonyms.words, version: searchSynonyms.version };

/** The hub's own groups, the last changed first. */
export function synonymGroups(db: Reader): Promise<SynonymGroup[]> {
  return db
    .select(shown)
    .from(searchSynonyms)
    .where(isNull(searchSynonyms.removedAt))
    .orderBy(desc(searchSynonyms.updatedAt), searchSynonyms.id);
}

/** One group, unless it was removed. */
export async function synonymGroup(db: Reader, id: string): Promise<SynonymGroup | null> {
  const [group] = await db
    .select(shown)
    .from(searchSynonyms)
    .where(and(eq(searchSynonyms.id, id), isNull(searchSynonyms.removedAt)));
  return group ?? null;
}

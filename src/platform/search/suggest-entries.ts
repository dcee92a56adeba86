import { sql } from 'drizzle-orm';
import type { Reader } from '../db/database.ts';
import { queryOf, unitsOf } from './search-query.ts';
import type { Visibility } from './search.ts';
import { searchWords, wordsKey } from './search-words.ts';
import { synonymsOf } from './synonyms.ts';

/** Something whose title answers what is being typed. */
export interface SuggestedEntry {
  kind: string;
  subjectId: string;
  title: string;
  path: string;
  state: string;
}

/** Titles that answer what is being typed, for this reader: those that begin so first. */
export async function suggestEntries(
  db: Reader,
  text: string,
  options: { visibilities: readonly Visibility[]; limit: number },
): Promise<SuggestedEntry[]> {
  const words = searchWords(text);
  if (words.join('').length < 2) return [];
  const query = queryOf(unitsOf(words, await synonymsOf(db, words)));
  const { rows } = await db.execute<Omit<SuggestedEntry, 'subjectId'> & { subject_id: string }>(sql`
    select kind, subject_id, title, path, state
    from essaim_search_titles(${query}, ${wordsKey(words.join(' '))}, ${`{${options.visibilities.join(',')}}`}::text[], ${options.limit})`);
  return rows.map(({ subject_id, ...row }) => ({ ...row, subjectId: subject_id }));
}

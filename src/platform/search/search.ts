import { sql } from 'drizzle-orm';
import type { Reader, Transaction } from '../db/database.ts';
import { correctedWords } from './corrected-words.ts';
import { queryOf, unitsOf } from './search-query.ts';
import { searchWords } from './search-words.ts';
import { synonymsOf } from './synonyms.ts';

export { searchWords } from './search-words.ts';

/** Who may find an entry. */
export type Visibility = 'public' | 'members' | 'staff';

/** One thing that can be found, as its module describes it. */
export interface SearchEntry {
  kind: string;
  subjectId: string;
  title: string;
  /** One line shown under the title in results. */
  summary: string;
  /** Address on the site, from the root. */
  path: string;
  visibility: Visibility;
  /** Words that count nearly as much as the title: themes, town, short name. */
  keywords: string;
  /** The rest of what can be searched, as plain text: excerpts are taken from it. */
  body: string;
  /** Shown beside the title of what is not public yet, in French: « brouillon ». */
  state?: string;
  /** For what gets old, the day it was said or happens: recent things come a little before. */
  datedOn?: Temporal.PlainDate | null;
}

export interface SearchMatch {
  kind: string;
  subjectId: string;
  rank: number;
}

export interface SearchAnswer {
  matches: SearchMatch[];
  /** The words really searched, when one of those typed was unknown and replaced. */
  corrected: string | null;
}

/** Writes or replaces the entry of a subject, in the caller's transaction. */
export async function indexForSearch(tx: Transaction, entry: SearchEntry): Promise<void> {
  await tx.execute(sql`select essaim_index(${entry.kind}, ${entry.subjectId}::uuid, ${entry.title}, ${entry.summary},
    ${entry.path}, ${entry.visibility}, ${entry.keywords}, ${entry.summary}, ${entry.body}, ${entry.state ?? ''},
    ${entry.datedOn?.toString() ?? null}::date)`);
}

/** Removes the entry of a subject. */
export async function forgetInSearch(tx: Transaction, kind: string, subjectId: string): Promise<void> {
  await tx.execute(sql`delete from search_entries where kind = ${kind} and subject_id = ${subjectId}::uuid`);
}

/**
 * The ids of what the reader may see, for lists that filter further: French words without regard to accents, synonyms,
 * the last word taken as a beginning, and unknown words replaced by the nearest known one.
 */
export async function search(
  db: Reader,
  text: string,
  options: { kinds?: readonly string[]; visibilities: readonly Visibility[]; limit: number },
): Promise<SearchAnswer> {
  const words = searchWords(text);
  if (words.length === 0) return { matches: [], corrected: null };
  const matches = await matchesOf(db, words, options);
  if (matches.length > 0) return { matches, corrected: null };
  const corrected = await correctedWords(db, words, options.visibilities);
  if (!corrected) return { matches: [], corrected: null };
  return { matches: await matchesOf(db, corrected, options), corrected: corrected.join(' ') };
}

async function matchesOf(
  db: Reader,
  words: readonly string[],
  options: { kinds?: readonly string[]; visibilities: readonly Visibility[]; limit: number },
): Promise<SearchMatch[]> {
  const query = queryOf(unitsOf(words, await synonymsOf(db, words)));
  const kinds = options.kinds ? sql`${`{${options.kinds.join(',')}}`}::text[]` : sql`null`;
  // In one row: thousands of small ones would take longer to read than to find.
  const { rows } = await db.execute<{ kinds: string | null; ids: string | null; ranks: string | null }>(sql`
    select string_agg(kind, ',' order by place) as kinds, string_agg(subject_id::text, ',' order by place) as ids,
      string_agg(rank::text, ',' order by place) as ranks
    from essaim_search(${query}, ${kinds}, ${`{${options.visibilities.join(',')}}`}::text[], ${options.limit})
      with ordinality as found (kind, subject_id, rank, place)`);
  const [kindList, ids, ranks] = [rows[0]?.kinds, rows[0]?.ids, rows[0]?.ranks].map((list) => list?.split(',') ?? []);
  return (ids ?? []).map((subjectId, place) => ({
    kind: kindList?.[place] ?? '',
    subjectId,
    rank: Number(ranks?.[place]),
  }));
}

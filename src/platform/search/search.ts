import { sql } from 'drizzle-orm';
import type { Reader, Transaction } from '../db/database.ts';

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
  /** The rest of what can be searched. */
  body: string;
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

const longestQuery = 200;
const mostWords = 12;

/** Writes or replaces the entry of a subject, in the caller's transaction. */
export async function indexForSearch(tx: Transaction, entry: SearchEntry): Promise<void> {
  await tx.execute(sql`select essaim_index(${entry.kind}, ${entry.subjectId}::uuid, ${entry.title}, ${entry.summary},
    ${entry.path}, ${entry.visibility}, ${entry.keywords}, ${entry.summary}, ${entry.body})`);
}

/** Removes the entry of a subject. */
export async function forgetInSearch(tx: Transaction, kind: string, subjectId: string): Promise<void> {
  await tx.execute(sql`delete from search_entries where kind = ${kind} and subject_id = ${subjectId}::uuid`);
}

/**
 * Searches what the reader may see: French words without regard to accents, the last word taken as a beginning,
 * and unknown words replaced by the nearest known one.
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
  const corrected = await correctedWords(db, words);
  if (!corrected) return { matches: [], corrected: null };
  return { matches: await matchesOf(db, corrected, options), corrected: corrected.join(' ') };
}

/** The words of a query: letters and digits only, so that no operator of the query language gets through. */
export function searchWords(text: string): string[] {
  const words =
    text
      .slice(0, longestQuery)
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, mostWords);
}

async function matchesOf(
  db: Reader,
  words: readonly string[],
  options: { kinds?: readonly string[]; visibilities: readonly Visibility[]; limit: number },
): Promise<SearchMatch[]> {
  const whole = words.join(' ');
  const beginning = `${words.at(-1)}:*`;
  const others = words.slice(0, -1).join(' ');
  const kinds = options.kinds ? sql`${`{${options.kinds.join(',')}}`}::text[]` : sql`null`;
  // The last word may still be being typed: whole words, or the same with the last one as a beginning.
  // In one row: thousands of small ones would take longer to read than to find.
  const { rows } = await db.execute<{ kinds: string | null; ids: string | null; ranks: string | null }>(sql`
    select string_agg(kind, ',' order by place) as kinds, string_agg(subject_id::text, ',' order by place) as ids,
      string_agg(rank::text, ',' order by place) as ranks
    from essaim_search(
      plainto_tsquery('french_plain', ${whole}) ||
        (plainto_tsquery('french_plain', ${others}) && to_tsquery('simple', essaim_fold(${beginning}))),
      ${kinds}, ${`{${options.visibilities.join(',')}}`}::text[], ${options.limit})
      with ordinality as found (kind, subject_id, rank, place)`);
  const [kindList, ids, ranks] = [rows[0]?.kinds, rows[0]?.ids, rows[0]?.ranks].map((list) => list?.split(',') ?? []);
  return (ids ?? []).map((subjectId, place) => ({
    kind: kindList?.[place] ?? '',
    subjectId,
    rank: Number(ranks?.[place]),
  }));
}

async function correctedWords(db: Reader, words: readonly string[]): Promise<string[] | null> {
  let changed = false;
  const corrected: string[] = [];
  for (const word of words) {
    const nearest = word.length >= 4 ? await nearestWord(db, word) : null;
    if (nearest) changed = true;
    corrected.push(nearest ?? word);
  }
  return changed ? corrected : null;
}

async function nearestWord(db: Reader, word: string): Promise<string | null> {
  const { rows } = await db.execute<{ word: string }>(sql`select word from essaim_near_words(${word}, 1)`);
  return rows[0]?.word ?? null;
}

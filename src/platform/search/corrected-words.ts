import { sql } from 'drizzle-orm';
import type { Reader } from '../db/database.ts';
import { wordsKey } from './search-words.ts';
import type { Visibility } from './search.ts';

/** The words with the unknown ones replaced by the nearest that the reader may meet; null when nothing changes. */
export async function correctedWords(
  db: Reader,
  words: readonly string[],
  visibilities: readonly Visibility[],
): Promise<string[] | null> {
  const corrected: string[] = [];
  for (const word of words)
    corrected.push((word.length >= 4 ? await nearestWord(db, word, visibilities) : null) ?? word);
  return corrected.some((word, index) => wordsKey(word) !== wordsKey(words[index] ?? '')) ? corrected : null;
}

async function nearestWord(db: Reader, word: string, visibilities: readonly Visibility[]): Promise<string | null> {
  const { rows } = await db.execute<{ word: string }>(
    sql`select word from essaim_near_words(${word}, ${`{${visibilities.join(',')}}`}::text[], 1)`,
  );
  return rows[0]?.word ?? null;
}

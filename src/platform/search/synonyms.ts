import { sql } from 'drizzle-orm';
import type { Reader } from '../db/database.ts';
import { defaultSynonyms } from './default-synonyms.ts';
import { wordsKey } from './search-words.ts';

/** Each folded word or phrase, with all those that mean the same. */
export type Synonyms = ReadonlyMap<string, readonly string[]>;

/** The longest phrase of a group, in words. */
export const longestPhrase = 8;

const common = mapOf(defaultSynonyms);

/** The groups that hold some of these words, from the common list and the hub's own. */
export async function synonymsOf(db: Reader, words: readonly string[]): Promise<Synonyms> {
  const asked = phrasesOf(words.map((word) => wordsKey(word)));
  if (asked.length === 0) return new Map();
  const { rows } = await db.execute<{ words: string[] }>(
    sql`select words from search_synonyms where removed_at is null and keys && ${asList(asked)}::text[] limit 50`,
  );
  const own = mapOf(rows.map((row) => row.words));
  const found = new Map<string, readonly string[]>();
  for (const phrase of asked) {
    const all = new Set([...(common.get(phrase) ?? []), ...(own.get(phrase) ?? [])]);
    if (all.size > 0) found.set(phrase, [...all]);
  }
  return found;
}

/** Each run of following words, and each word without its plural. */
function phrasesOf(words: readonly string[]): string[] {
  const phrases = new Set<string>();
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= Math.min(words.length, from + longestPhrase); to++)
      phrases.add(words.slice(from, to).join(' '));
  for (const word of words) if (word.length > 3) phrases.add(singular(word));
  return [...phrases].filter(Boolean);
}

/** The word without the mark of its plural, near enough for a list of words. */
export function singular(word: string): string {
  return word.length > 3 ? word.replace(/[sx]$/, '') : word;
}

function mapOf(groups: readonly (readonly string[])[]): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const group of groups) {
    for (const word of group) {
      const key = wordsKey(word);
      map.set(key, [...(map.get(key) ?? []), ...group.filter((other) => wordsKey(other) !== key)]);
    }
  }
  return map;
}

// Keys hold letters, digits and spaces only.
function asList(keys: readonly string[]): string {
  return `{${keys.map((key) => `"${key}"`).join(',')}}`;
}

import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '#platform/db/database.ts';
import { wordsKey } from '#platform/search/search-words.ts';

export const mostInGroup = 12;
export const mostGroups = 300;
const longestPhrase = 8;

/** A group as it is typed: words or phrases between commas or on lines of their own. */
export const groupText = z
  .string()
  .max(1000, 'C’est trop long : 1 000 caractères au plus.')
  .transform(wordsOf)
  .pipe(
    z
      .array(z.string())
      .min(2, 'Donnez au moins deux mots, séparés par une virgule.')
      .max(mostInGroup, `Douze mots au plus : faites deux groupes.`)
      .refine((words) => words.every((word) => wordsKey(word).split(' ').length <= longestPhrase), {
        message: 'Huit mots au plus entre deux virgules.',
      }),
  );

/** The words of a group, each once, whatever the accents and capitals. */
function wordsOf(text: string): string[] {
  const byKey = new Map<string, string>();
  for (const part of text.split(/[,;=\n]+/)) {
    const word = part
      .normalize('NFC')
      .replaceAll(/[\s\0]+/g, ' ')
      .trim()
      .slice(0, 100);
    const key = wordsKey(word);
    if (key && !byKey.has(key)) byKey.set(key, word);
  }
  return [...byKey.values()];
}

export const keysOf = (words: readonly string[]): string[] => words.map((word) => wordsKey(word));

/** The words of these that another group of the hub holds. */
export async function takenWords(tx: Transaction, words: readonly string[], exceptId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ key: string }>(sql`
    select distinct key from search_synonyms s, unnest(s.keys) as key
    where s.removed_at is null and s.id <> ${exceptId}::uuid
      and key in (select jsonb_array_elements_text(${JSON.stringify(keysOf(words))}::jsonb))`);
  const taken = new Set(rows.map((row) => row.key));
  return words.filter((word) => taken.has(wordsKey(word)));
}

export const takenMessage = (words: readonly string[]): string =>
  `Déjà dans un autre groupe : ${words.join(', ')}. Complétez plutôt ce groupe.`;

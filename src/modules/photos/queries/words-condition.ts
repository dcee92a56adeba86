import { sql, type SQL } from 'drizzle-orm';

const mostWords = 8;

/** Photos whose words hold each of these, accents and case forgiven; `p` is the table of photos. */
export function wordsCondition(text: string): SQL {
  const words = text
    .trim()
    .slice(0, 200)
    .split(/[\s,;'’]+/)
    .filter(Boolean)
    .slice(0, mostWords);
  return words.reduce((all, word) => sql`${all} and position(essaim_fold(${word}) in p.folded_words) > 0`, sql`true`);
}

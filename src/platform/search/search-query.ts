import { sql, type SQL } from 'drizzle-orm';
import { wordsKey } from './search-words.ts';
import { longestPhrase, singular, type Synonyms } from './synonyms.ts';

/** Words that stand together in a query, and what may stand for them. */
export interface QueryUnit {
  words: readonly string[];
  others: readonly string[];
}

const mostOthers = 12;

/** Cuts the words into units: the longest phrase that has synonyms, else one word. */
export function unitsOf(words: readonly string[], synonyms: Synonyms): QueryUnit[] {
  const units: QueryUnit[] = [];
  for (let from = 0; from < words.length;) {
    const unit = longestKnown(words, from, synonyms) ?? { words: words.slice(from, from + 1), others: [] };
    units.push(unit);
    from += unit.words.length;
  }
  return units;
}

function longestKnown(words: readonly string[], from: number, synonyms: Synonyms): QueryUnit | null {
  for (let to = Math.min(words.length, from + longestPhrase); to > from; to--) {
    const phrase = words.slice(from, to);
    const key = wordsKey(phrase.join(' '));
    const others = synonyms.get(key) ?? (phrase.length === 1 ? synonyms.get(singular(key)) : undefined);
    if (others) return { words: phrase, others: others.slice(0, mostOthers) };
  }
  return null;
}

/**
 * The query of these units, all of them wanted. The last word may still be being typed: whole words, or the same with
 * the last one as a beginning.
 */
export function queryOf(units: readonly QueryUnit[]): SQL {
  const last = units.at(-1);
  const earlier = units.slice(0, -1).map(unitQuery);
  const whole = [...earlier, ...(last ? [unitQuery(last)] : [])];
  const typed = last?.words.at(-1) ?? '';
  if ([...typed].length < 2) return joined(whole, sql` && `);
  const before = [...earlier, plain((last?.words ?? []).slice(0, -1).join(' '))];
  return sql`(${joined(whole, sql` && `)} || (${joined(before, sql` && `)} && ${beginningWith(typed)}))`;
}

/** The query of those that hold any of these units. */
export function anyOf(units: readonly QueryUnit[]): SQL {
  return joined(units.map(unitQuery), sql` || `);
}

// All the words of a phrase, as when it is typed: in their order, each row would have to be read to be counted.
function unitQuery({ words, others }: QueryUnit): SQL {
  return sql`(${joined([words.join(' '), ...others].map(plain), sql` || `)})`;
}

const plain = (words: string): SQL => sql`plainto_tsquery('french_plain', ${words})`;

// Folding may leave marks that the query language knows (« ŉ » becomes « 'n »): quoted, they are only text.
const beginningWith = (word: string): SQL =>
  sql`to_tsquery('simple', '''' || translate(essaim_fold(${word}), '''\\', '  ') || ''':*')`;

function joined(parts: readonly SQL[], by: SQL): SQL {
  return parts.length > 0 ? sql.join([...parts], by) : sql`''::tsquery`;
}

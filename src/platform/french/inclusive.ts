import { pluralOf } from './plurals.ts';

/** The hub's choice: « adhérent·e », « adhérente ou adhérent », or a word with one form for all. */
export type InclusiveWriting = 'middle_dot' | 'double' | 'neutral';

/** A word for people; `neutral` (« membre ») when one exists. Plurals are given only when irregular. */
export type PersonWord = {
  feminine: string;
  masculine: string;
  neutral?: string;
  femininePlural?: string;
  masculinePlural?: string;
  neutralPlural?: string;
};

/** Writes a word for people the way the hub chose. A word without neutral form falls back to both forms. */
export function inclusive(writing: InclusiveWriting, word: PersonWord, number: 'one' | 'many' = 'one'): string {
  const many = number === 'many';
  const feminine = many ? (word.femininePlural ?? pluralOf(word.feminine)) : word.feminine;
  const masculine = many ? (word.masculinePlural ?? pluralOf(word.masculine)) : word.masculine;
  if (feminine === masculine) return feminine;
  if (writing === 'neutral' && word.neutral)
    return many ? (word.neutralPlural ?? pluralOf(word.neutral)) : word.neutral;
  if (writing === 'middle_dot') return withMiddleDot(word.masculine, feminine);
  return `${feminine} ${many ? 'et' : 'ou'} ${masculine}`;
}

/** Endings whose feminine is shown from a letter that sounds: « acteur·rice », « porteur·euse », « conseiller·ère ». */
const shownEndings: readonly [masculine: string, feminine: RegExp][] = [
  ['teur', /(rices?)$/],
  ['eur', /(euses?)$/],
  ['eux', /(euses?)$/],
  ['er', /(ères?)$/],
  ['f', /(ves?)$/],
  ['eau', /(elles?)$/],
];

function withMiddleDot(masculine: string, feminine: string): string {
  if (feminine.startsWith(masculine)) return `${masculine}·${feminine.slice(masculine.length)}`;
  for (const [ending, shown] of shownEndings) {
    const suffix = masculine.endsWith(ending) && shown.exec(feminine)?.[1];
    if (suffix) return `${masculine}·${suffix}`;
  }
  return `${masculine} / ${feminine}`;
}

import { comparableText } from '../comparable-text.ts';

/** Words that say what an organization is and not which one. */
const legalWords = new Set(
  (
    'association asso assoc associations loi 1901 scop scic sa sarl sas sasu eurl coop cooperative cooperatives societe ste ' +
    'fondation mutuelle groupement collectif ass ese ei eti aci ai etti geiq esat ea cuma amap'
  ).split(' '),
);
const smallWords = new Set(
  'le la les l un une des du de d a au aux en et ou pour par sur sous dans avec chez s n qu the of and'.split(' '),
);

const abbreviations: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['cie', 'compagnie'],
  ['cte', 'comite'],
  ['ctre', 'centre'],
  ['ctr', 'centre'],
  ['dept', 'departement'],
  ['nat', 'national'],
  ['reg', 'regional'],
  ['fed', 'federation'],
  ['int', 'intermediaire'],
  ['etab', 'etablissement'],
  ['ets', 'etablissement'],
  ['mdj', 'mjc'],
  ['serv', 'service'],
  ['svc', 'service'],
  ['loc', 'local'],
  ['soc', 'social'],
  ['intercom', 'intercommunal'],
  ['mun', 'municipal'],
  ['agglo', 'agglomeration'],
]);

/** Distinctive words of a name: no accent, article nor legal word; abbreviations spelt out, plurals cut. */
export function nameWords(name: string): string[] {
  const all = comparableText(name)
    .split(' ')
    .filter((word) => word !== '');
  const words = all
    .filter((word) => !smallWords.has(word))
    .map((word) => abbreviations.get(word) ?? word)
    .map((word) => (word.length > 4 ? word.replace(/[sx]$/, '') : word));
  const distinctive = words.filter((word) => !legalWords.has(word));
  if (distinctive.length > 0) return distinctive;
  return words.length > 0 ? words : all;
}

/** Jaro–Winkler likeness of two words, from 0 to 1. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = Array.from(b, () => false);
  const matched: string[] = [];
  for (let index = 0; index < a.length; index += 1) {
    for (let other = Math.max(0, index - reach); other < Math.min(b.length, index + reach + 1); other += 1) {
      if (taken[other] || a[index] !== b[other]) continue;
      taken[other] = true;
      matched.push(a[index] ?? '');
      break;
    }
  }
  if (matched.length === 0) return 0;
  const reordered = Array.from(b).filter((_, index) => taken[index]);
  const transposed = matched.filter((letter, index) => letter !== reordered[index]).length / 2;
  const jaro =
    (matched.length / a.length + matched.length / b.length + (matched.length - transposed) / matched.length) / 3;
  let prefix = 0;
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

const isInitials = (short: string, words: readonly string[]) =>
  short.length >= 3 && words.length >= 3 && words.map((word) => word[0]).join('') === short;

/** How much a common word counts; a rare one counts for one. */
export type WordWeight = (word: string) => number;

const wordLikeness = (a: string, b: string): number => {
  if (a === b) return 1;
  if (/\d/.test(a + b)) return 0;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  // « médiath. » for « médiathèque ».
  if (short.length >= 4 && long.startsWith(short)) return 0.92;
  if (!mayBeAlike(short, long, 0.4)) return 0;
  const likeness = jaroWinkler(a, b);
  return likeness >= 0.88 ? likeness : 0;
};

/** Whether two words are worth comparing letter by letter: lengths not too far apart, an end in common. */
const mayBeAlike = (short: string, long: string, leastRatio: number): boolean =>
  short.length >= long.length * leastRatio &&
  (short[0] === long[0] || (short[1] === long[1] && short.at(-1) === long.at(-1)));

/** « Permanence 1 » and « Permanence 2 » are two. */
const numbersOf = (words: readonly string[]) =>
  words
    .filter((word) => /^(?:\d+|i{1,3}|iv|v)$/.test(word))
    .sort()
    .join(' ');

/** Likeness of two names by their words, in any order, from 0 to 1. */
export function nameLikeness(a: readonly string[], b: readonly string[], weight: WordWeight = () => 1): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [joinedA, joinedB] = [a.join(''), b.join('')];
  if (joinedA === joinedB) return 1;
  if ((a.length === 1 && isInitials(joinedA, b)) || (b.length === 1 && isInitials(joinedB, a))) return 0.85;
  const left = [...b];
  let [common, total] = [0, 0];
  for (const word of a) {
    let [best, at] = [0, -1];
    for (const [index, other] of left.entries()) {
      const likeness = wordLikeness(word, other);
      if (likeness > best) [best, at] = [likeness, index];
    }
    if (at >= 0) {
      const [other = ''] = left.splice(at, 1);
      common += best * (weight(word) + weight(other));
      total += weight(word) + weight(other);
    } else total += weight(word);
  }
  for (const word of left) total += weight(word);
  const byWords = total === 0 ? 0 : common / total;
  // Words stuck together or cut in two: « Repair'Café » and « Repaircafe ».
  const [short, long] = joinedA.length < joinedB.length ? [joinedA, joinedB] : [joinedB, joinedA];
  const whole = short.length >= 6 && mayBeAlike(short, long, 0.75) ? jaroWinkler(joinedA, joinedB) : 0;
  const likeness = Math.max(byWords, whole >= 0.95 ? whole * 0.97 : 0);
  return numbersOf(a) === numbersOf(b) ? likeness : likeness * 0.75;
}

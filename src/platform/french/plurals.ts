import { formatNumber } from './numbers.ts';
import { noBreakSpace } from './spaces.ts';

/** The plural of one word must only be given when it is not regular; of several words, always. */
type Plural<Singular extends string> = Singular extends `${string} ${string}` ? [plural: string] : [plural?: string];

/** « 0 structure », « 1 structure », « 1 200 structures »: the number and its word. French counts 0 and 1 as singular. */
export function plural<Singular extends string>(
  count: number,
  singular: Singular,
  ...[irregular]: Plural<Singular>
): string {
  return `${formatNumber(count)}${noBreakSpace}${agree(count, singular, irregular)}`;
}

/** The word alone, singular or plural, for sentences where the number stands elsewhere. */
export function agree(count: number, singular: string, irregular?: string): string {
  return Math.abs(count) < 2 ? singular : (irregular ?? pluralOf(singular));
}

/** Regular plural of one French word: « animal » → « animaux », « bureau » → « bureaux », « prix » → « prix ». */
export function pluralOf(word: string): string {
  if (/[sxz]$/i.test(word)) return word;
  if (/(au|eau|eu)$/i.test(word) && !wordsInS.has(word)) return `${word}x`;
  if (/al$/i.test(word) && !wordsInS.has(word)) return `${word.slice(0, -2)}aux`;
  return `${word}s`;
}

const wordsInS = new Set([
  'bal',
  'bleu',
  'carnaval',
  'chacal',
  'festival',
  'final',
  'fatal',
  'landau',
  'naval',
  'pneu',
  'régal',
  'récital',
]);

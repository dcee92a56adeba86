import { formatDate, listing } from '#platform/french/index.ts';
import type { SegmentJoin } from './segment-definition.ts';

/** « est à jour de cotisation »; « habite à Bain-de-Bretagne ». */
export interface SaidCondition {
  words: string;
  value: string;
}

/** The whole segment as a sentence: « Toute personne qui est à jour de cotisation et n’est jamais venue. » */
export function segmentSentence(join: SegmentJoin, conditions: readonly SaidCondition[]): string {
  if (conditions.length === 0) return 'Toutes les personnes que le pôle connaît.';
  const said = conditions.map(({ words, value }) => (value === '' ? words : `${words} ${value}`));
  return `Toute personne qui ${listing(said, join === 'all' ? 'et' : 'ou')}.`;
}

/** A day typed in a condition, as it is read. */
export function dayInWords(day: string): string {
  return formatDate(Temporal.PlainDate.from(day), { style: 'long' });
}

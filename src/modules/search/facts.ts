import type { Fact } from '#platform/facts/fact.ts';

/** What the hub says means the same changed: lists that were searched may show otherwise. */
export type SynonymsChanged = Fact<'synonymsChanged'>;

export type SearchFact = SynonymsChanged;

export function synonymsChanged(): SynonymsChanged {
  return { type: 'synonymsChanged' };
}

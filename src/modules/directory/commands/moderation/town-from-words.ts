import { findMunicipality } from '#platform/geo/index.ts';
import type { ProposedPlace } from './proposal.ts';

/** A town as people write it (« 35580 Guichen », « Guichen (35) », « guichen ») as a place. What is not known is kept as written. */
export function townFromWords(words: string): ProposedPlace {
  const postcode = /\b(\d{5})\b/.exec(words)?.[1] ?? '';
  const department = /\((\d{2,3}|2[ab])\)/i.exec(words)?.[1]?.toUpperCase();
  const name = words
    .replace(/\b\d{5}\b|\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const found = findMunicipality({
    postcode: postcode || undefined,
    name: name || undefined,
    department,
  })?.municipality;
  if (!found) return { street: '', postcode, city: name };
  return {
    street: '',
    postcode: postcode || (found.postcodes.length === 1 ? (found.postcodes[0] ?? '') : ''),
    city: found.name,
  };
}

/** The same, the other way round. */
export function townInWords({ postcode, city }: Pick<ProposedPlace, 'postcode' | 'city'>): string {
  return `${postcode} ${city}`.trim();
}

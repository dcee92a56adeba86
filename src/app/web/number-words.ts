import { formatNumber } from '#platform/french/index.ts';

const words = 'zéro une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(
  ' ',
);

/** A count of things (feminine) in words up to sixteen, in figures beyond. */
export function countInWords(count: number): string {
  return words[count] ?? formatNumber(count);
}

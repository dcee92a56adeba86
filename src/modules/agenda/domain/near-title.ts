import { foldForSearch } from '#platform/french/index.ts';

const smallWords = new Set(
  'a au aux d de des du en et l la le les ou par pour sur un une avec chez notre nos votre vos'.split(' '),
);

/** Whether two titles most likely name the same event: the same words that matter, for the most part. */
export function isNearTitle(one: string, other: string): boolean {
  const [first, second] = [wordsOf(one), wordsOf(other)];
  if (first.size === 0 || second.size === 0) return foldForSearch(one) === foldForSearch(other);
  const shared = [...first].filter((word) => second.has(word)).length;
  // « Troc de plantes » and « Grand troc de plantes de printemps » are the same; « Atelier vélo » and « Atelier couture » are not.
  return shared / Math.min(first.size, second.size) >= 0.75 && shared / Math.max(first.size, second.size) >= 0.4;
}

function wordsOf(title: string): Set<string> {
  const words = foldForSearch(title)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !smallWords.has(word))
    .map((word) => word.replace(/[sx]$/, ''));
  return new Set(words);
}

import { foldForSearch } from '../french/index.ts';

const longestQuery = 200;
const mostWords = 12;

/** The words of a query: letters and digits only, so that no operator of the query language gets through. */
export function searchWords(text: string): string[] {
  const words =
    text
      .slice(0, longestQuery)
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, mostWords);
}

/** What two spellings of some words have in common: « L’Assemblée générale » → `l assemblee generale`. */
export function wordsKey(text: string): string {
  return searchWords(foldForSearch(text)).join(' ');
}

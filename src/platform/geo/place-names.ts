import { textOf } from '#platform/tabular/text-of.ts';

/**
 * A place name as it is compared: no accent, case nor punctuation, « St » spelt out, without cedex, district number nor
 * département in brackets.
 */
export function comparablePlaceName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/\(.{0,40}?\)/g, ' ')
    .replace(/\bs\s*\/\s*s\b/g, ' sous ')
    .replace(/\bs\s*\//g, ' sur ')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bcedex\b.*$/, ' ')
    .replace(/\b(\d{1,2})\s*(?:er|e|eme|ieme)?(?:\s+arr(?:ondissement|dt)?)?\s*$/, ' ')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bsts\b/g, 'saints')
    .replace(/^(?:commune|ville|mairie) d(?:e|u|es) /, '')
    .trim()
    .replace(/\s+/g, ' ');
}

/** Without the article that lists put first, last or nowhere. */
export const withoutArticle = (comparable: string): string => comparable.replace(/^(?:la|le|les|l) /, '');

/** A postcode of five digits from a cell, its lost zero given back; undefined for anything else. */
export function cleanPostcode(value: unknown): string | undefined {
  const text = textOf(value)
    .replace(/\.0+$/, '')
    .replace(/^F(?:R)?-/i, '')
    .replace(/\s/g, '');
  if (/^\d{5}$/.test(text)) return text === '00000' ? undefined : text;
  return /^[1-9]\d{3}$/.test(text) ? `0${text}` : undefined;
}

/** An INSEE code of five characters from a cell, its lost zero given back; undefined for anything else. */
export function cleanInseeCode(value: unknown): string | undefined {
  const text = textOf(value).replace(/\.0+$/, '').replace(/\s/g, '').toUpperCase();
  if (/^(?:\d{5}|2[AB]\d{3})$/.test(text)) return text === '00000' ? undefined : text;
  return /^[1-9]\d{3}$/.test(text) ? `0${text}` : undefined;
}

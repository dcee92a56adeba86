/** Address part made of `a-z 0-9 -`: « L’Établi d’Angers » → `l-etabli-d-angers`. Empty when nothing can be kept. */
export function slugify(text: string, maxLength = 80): string {
  const slug = unaccented(text.replaceAll('&', ' et '))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (slug.length <= maxLength) return slug;
  const cut = slug.slice(0, maxLength + 1).lastIndexOf('-');
  return slug.slice(0, cut > maxLength / 2 ? cut : maxLength).replace(/-$/, '');
}

/** What two spellings of a text have in common: lower case, no accent, no ligature, no apostrophe, single spaces. */
export function foldForSearch(text: string): string {
  return unaccented(text)
    .replace(/['’ʼ‘`´\-‐-―·\s]+/g, ' ')
    .trim();
}

const letters = new Map(Object.entries({ œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }));

function unaccented(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[œæßøłđðþı]/g, (letter) => letters.get(letter) ?? letter);
}

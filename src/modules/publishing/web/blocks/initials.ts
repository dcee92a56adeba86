/** « Maëlle Le Goff » → « ML »: first letters of the first and last words that start with a capital. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word));
  const [first = '', last = ''] = [words[0]?.[0], words.length > 1 ? words.at(-1)?.[0] : ''];
  return `${first}${last}` || (name.trim()[0]?.toUpperCase() ?? '');
}

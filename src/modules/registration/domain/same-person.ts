import { foldForSearch } from '#platform/french/index.ts';

interface Named {
  readonly name: string;
  readonly email: string | null;
}

/** Whether a corrected name is someone else’s: with another mail, or without a word in common with the name before. */
export function isSomeoneElse(before: Named, after: Named): boolean {
  const [was, is] = [wordsOf(before.name), wordsOf(after.name)];
  if (was.join(' ') === is.join(' ')) return false;
  return before.email !== after.email || !is.some((word) => was.includes(word));
}

function wordsOf(name: string): string[] {
  return foldForSearch(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

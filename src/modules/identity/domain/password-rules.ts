import { commonPasswords } from './common-passwords.ts';

export const shortestPassword = 8;
export const longestPassword = 128;

export type PasswordWeakness = 'too_short' | 'too_long' | 'too_common';

/**
 * What is wrong with a password, or null. Length and commonness only, as the CNIL and OWASP ask: rules of composition
 * lead to worse passwords. `personal` holds words that anyone would try: the person's name and address, the hub's name.
 */
export function passwordWeakness(password: string, personal: readonly string[] = []): PasswordWeakness | null {
  const length = [...password].length;
  if (length < shortestPassword) return 'too_short';
  if (length > longestPassword) return 'too_long';
  return isCommon(password, personal) ? 'too_common' : null;
}

function isCommon(password: string, personal: readonly string[]): boolean {
  const folded = fold(password);
  const core = folded.replace(/^[^a-z]+|[^a-z]+$/g, '');
  if (commonPasswords.has(folded) || commonPasswords.has(core)) return true;
  if (new Set(folded).size <= 2 || isRun(folded) || isRepeated(folded)) return true;
  return personal.some((word) => isMadeOf(bare(folded), bare(fold(word))));
}

/** « 12345678 », « hgfedcba »: each sign follows the one before. */
function isRun(text: string): boolean {
  const steps = new Set<number>();
  for (let index = 1; index < text.length; index++) {
    // 9 then 0, as on a keyboard.
    const step = text.charCodeAt(index) - text.charCodeAt(index - 1);
    steps.add(step === -9 ? 1 : step);
  }
  return steps.size === 1 && [1, -1].includes([...steps][0] ?? 0);
}

/** « azerazer », « 12341234 ». */
function isRepeated(text: string): boolean {
  return /^(.{1,5})\1+$/.test(text);
}

function isMadeOf(password: string, word: string): boolean {
  return word.length >= 4 && password.includes(word) && password.length - word.length < 5;
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const bare = (text: string) => text.replace(/[^a-z0-9]/g, '');

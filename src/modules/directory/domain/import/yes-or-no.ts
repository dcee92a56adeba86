import { textOf } from '#platform/tabular/text-of.ts';
import { comparableText } from '../comparable-text.ts';

const yes = new Set(['oui', 'o', 'yes', 'y', 'vrai', 'true', 't', '1', '1 0', 'x', 'v', 'ok']);
const no = new Set(['non', 'n', 'no', 'faux', 'false', 'f', '0', '0 0', '']);

/** What a yes/no cell says; undefined when it says something else. An empty cell says no. */
export function yesOrNo(value: unknown, trueWords: readonly string[] = []): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === null || value === undefined) return false;
  const raw = textOf(value).trim();
  if (/^[✓✔☑✅]/u.test(raw)) return true;
  const text = comparableText(raw);
  if (trueWords.some((word) => comparableText(word) === text)) return true;
  if (yes.has(text)) return true;
  return no.has(text) ? false : undefined;
}

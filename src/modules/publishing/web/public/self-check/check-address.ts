import { readAnswers, writeAnswers } from '../../../domain/self-check/answers-in-address.ts';
import { tree2026 } from '../../../domain/self-check/tree-2026.ts';
import type { Answer, SelfCheckTree } from '../../../domain/self-check/tree.ts';

export const selfCheckPath = '/mon-projet-est-il-ess';

/** The rules in force. */
export const currentTree: SelfCheckTree = tree2026;

/** Where answers lead: the next question, or the result. Nothing is kept elsewhere than in this address. */
export function checkHref(given: readonly Answer[]): string {
  const search = new URLSearchParams({ r: writeAnswers(given), v: currentTree.version });
  return `${selfCheckPath}?${search.toString()}`;
}

/** What an address asks for; null is the first page. */
export function readCheck(search: URLSearchParams): { given: Answer[]; isOutdated: boolean } | null {
  const text = search.get('r');
  if (text === null) return null;
  const version = search.get('v');
  return { given: readAnswers(text), isOutdated: version !== null && version !== currentTree.version };
}

import { formatDate } from '#platform/french/index.ts';
import type { Standing } from '../../../domain/self-check/walk.ts';
import { checkHref, currentTree } from './check-address.ts';
import { titleOf } from './result-title.ts';

const most = 1500;
const words = { yes: 'oui', no: 'non', unsure: 'ne sait pas' } as const;

/** The result and the answers in plain text, for whoever chooses to send them: 1500 characters at most. */
export function resultAsText(standing: Extract<Standing, { result: unknown }>, origin: string): string {
  const { answered, given, result } = standing;
  const head = [
    titleOf(result),
    `${origin}${checkHref(given)}`,
    `Règles relues le ${formatDate(Temporal.PlainDate.from(currentTree.checkedOn))}.`,
  ].join('\n');
  const lines = answered.map(({ question, answer }) => `– ${question.text} ${words[answer]}`);
  const text = [head, ...lines].join('\n');
  return text.length <= most ? text : head.slice(0, most);
}

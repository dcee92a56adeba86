import { plural } from '#platform/french/index.ts';
import type { MailingOutcome } from '../../queries/mailing-outcomes.ts';

/** « Inscriptions » */
export const capitalised = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** What came of a mailing on one line: « 12 inscriptions · 3 réponses »; empty when nothing did. */
export function outcomeWords(
  outcomes: readonly MailingOutcome[],
  { replies, unsubscribed }: { replies: number; unsubscribed: number },
): string {
  return [
    ...outcomes.map(({ label: [one, several], all }) => plural(all, one, several)),
    replies > 0 && plural(replies, 'réponse'),
    unsubscribed > 0 && plural(unsubscribed, 'désabonnement'),
  ]
    .filter(Boolean)
    .join(' · ');
}

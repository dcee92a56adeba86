import type { Actor } from '#platform/context/context.ts';
import { officePaths } from './paths.ts';
import { mayRunAgenda, mayWriteEvents } from './policy.ts';

/** « Nouveau rendez-vous », on every page of whoever may write one. */
export function eventWritingLink(actor: Actor): { href: string; label: string; icon: 'calendar' } | undefined {
  if (!mayWriteEvents(actor)) return undefined;
  const label = mayRunAgenda(actor) ? 'Nouveau rendez-vous' : 'Proposer un rendez-vous';
  return { href: officePaths.add, label, icon: 'calendar' };
}

import type { PublicationStatus } from './publication.ts';

/** What an editor asks when saving. */
export const savingActs = ['keep', 'propose', 'schedule', 'publish'] as const;
export type SavingAct = (typeof savingActs)[number];

/** Where a publication goes next, or why it may not. */
export type NextState =
  | { status: PublicationStatus; where: 'live' | 'pending' }
  | { refused: 'not_yours_to_publish' | 'past_date' };

/**
 * Decides what saving does. Keeping a change of something public puts it aside; proposing goes to whoever validates,
 * unless the author publishes without validation.
 */
export function nextState(
  current: PublicationStatus | null,
  act: SavingAct,
  may: { publish: boolean },
  when: { publishAt: Temporal.Instant | null; now: Temporal.Instant },
): NextState {
  const isPublic = current === 'published';
  switch (act) {
    case 'keep':
      if (isPublic) return { status: 'published', where: 'pending' };
      // Kept by someone of the team while it waits: it still waits.
      return { status: current ?? 'draft', where: 'live' };
    case 'propose':
      if (may.publish) return { status: 'published', where: 'live' };
      return isPublic ? { refused: 'not_yours_to_publish' } : { status: 'proposed', where: 'live' };
    case 'schedule':
      if (!may.publish) return { refused: 'not_yours_to_publish' };
      if (!when.publishAt || Temporal.Instant.compare(when.publishAt, when.now) <= 0) return { refused: 'past_date' };
      return isPublic ? { status: 'published', where: 'pending' } : { status: 'scheduled', where: 'live' };
    case 'publish':
      return may.publish ? { status: 'published', where: 'live' } : { refused: 'not_yours_to_publish' };
  }
}

import { z } from 'zod';
import { mailSubjects } from './mail-subjects.ts';
import { rhythms, type Rhythm } from './rhythms.ts';

/** What somebody agrees to, kept with her agreement as it stood. */
export const consentWording =
  'Je souhaite recevoir par mail les nouvelles des sujets que j’ai choisis. Je peux changer d’avis à tout moment.';

/** How long the mailed link may confirm a first asking. */
export const confirmDays = 7;
/** Mails that one address may be sent a day by people who ask. */
export const askingsPerDay = 3;
/** How long what she chose is kept after she left, to prove that she had asked. */
export const keptYearsAfterEnd = 3;

/** The rhythm proposed: the one that disturbs least without letting anything pass by. */
export const proposedRhythm: Rhythm = 'weekly';

export const subjectsAsked = z.array(z.enum(mailSubjects)).max(mailSubjects.length);
export const choices = z.object({
  subjects: subjectsAsked.min(1, 'Choisissez au moins un sujet.'),
  rhythm: z.enum(rhythms, 'Choisissez un rythme.'),
});

/** For how long a reader wants silence. */
export const pauses = ['none', 'keep', 'two_weeks', 'one_month', 'three_months'] as const;
export type Pause = (typeof pauses)[number];

const lengths = { two_weeks: { days: 14 }, one_month: { months: 1 }, three_months: { months: 3 } } as const;

/** Until when she is left in peace. */
export function pausedUntil(
  pause: Pause,
  known: Temporal.Instant | null,
  now: Temporal.Instant,
  zone: string,
): Temporal.Instant | null {
  if (pause === 'none') return null;
  if (pause === 'keep') return known;
  return now.toZonedDateTimeISO(zone).add(lengths[pause]).toInstant();
}

export const subscriptionStates = ['active', 'paused', 'unconfirmed', 'ended'] as const;
export type SubscriptionState = (typeof subscriptionStates)[number];

export const subscriptionStateNames: Readonly<Record<SubscriptionState, string>> = {
  active: 'Abonné·e',
  paused: 'En pause',
  unconfirmed: 'Non confirmé',
  ended: 'Terminé',
};

interface Dates {
  confirmedAt: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
  pausedUntil: Temporal.Instant | null;
}

/** Where a subscription stands. */
export function stateOf({ confirmedAt, endedAt, pausedUntil: until }: Dates, now: Temporal.Instant): SubscriptionState {
  if (endedAt) return 'ended';
  if (!confirmedAt) return 'unconfirmed';
  return until && Temporal.Instant.compare(until, now) > 0 ? 'paused' : 'active';
}

/** Whether a first asking may still be confirmed by its link. */
export function isStillConfirmable(askedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(askedAt.add({ hours: 24 * confirmDays }), now) > 0;
}

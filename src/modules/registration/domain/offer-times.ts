/** What decides when one may register, cancel, or be offered a seat. */
export interface OfferTimes {
  readonly isOpen: boolean;
  readonly opensAt: Temporal.Instant | null;
  readonly closesAt: Temporal.Instant | null;
  readonly closesHours: number;
  readonly cancelHours: number;
  readonly offerHours: number;
}

/** The moment one registers for: a date, or the first of all. */
export interface RegisteredMoment {
  readonly startsAt: Temporal.Instant;
  readonly isCancelled: boolean;
}

export type Opening = 'off' | 'not_yet' | 'open' | 'closed' | 'over' | 'cancelled';

/** Whether one may register now, and if not, why. */
export function openingAt(offer: OfferTimes, moment: RegisteredMoment | null, now: Temporal.Instant): Opening {
  if (!offer.isOpen || !moment) return 'off';
  if (moment.isCancelled) return 'cancelled';
  if (isBefore(moment.startsAt, now)) return 'over';
  if (offer.opensAt && isBefore(now, offer.opensAt)) return 'not_yet';
  const closes = closingOf(offer, moment);
  return isBefore(now, closes) ? 'open' : 'closed';
}

/** The last moment to register. */
export function closingOf(offer: OfferTimes, moment: RegisteredMoment): Temporal.Instant {
  const before = moment.startsAt.subtract({ hours: offer.closesHours });
  return offer.closesAt && isBefore(offer.closesAt, before) ? offer.closesAt : before;
}

/** Until when a seat freed now is kept for the next one; null once it is too late to offer any. */
export function offerDeadline(
  offer: OfferTimes,
  moment: RegisteredMoment,
  now: Temporal.Instant,
): Temporal.Instant | null {
  if (moment.isCancelled || !isBefore(now, moment.startsAt)) return null;
  const until = now.add({ hours: offer.offerHours });
  return isBefore(until, moment.startsAt) ? until : moment.startsAt;
}

/** Whether one may still cancel, change or hand over by oneself. */
export function mayStillCancel(offer: OfferTimes, moment: RegisteredMoment, now: Temporal.Instant): boolean {
  return isBefore(now, moment.startsAt.subtract({ hours: offer.cancelHours }));
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;

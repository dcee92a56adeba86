import { occurrencesOf, type EventOccurrence } from '#modules/agenda/index.ts';
import type { Reader } from '#platform/db/database.ts';
import type { RegisteredMoment } from '../domain/offer-times.ts';

/** What one registers for: one date, or all the dates of an event together. */
export interface RegisteredDates extends RegisteredMoment {
  readonly eventId: string;
  /** Null when it is all of them. */
  readonly occurrenceId: string | null;
  readonly slug: string;
  readonly title: string;
  readonly zone: string;
  readonly isPublic: boolean;
  /** In order; those given up are left out unless all are. */
  readonly dates: readonly EventOccurrence[];
}

/** The date of this id, or the whole event. Null when it has no date at all. */
export async function registeredDates(
  db: Reader,
  { eventId, occurrenceId }: { eventId: string; occurrenceId: string | null },
): Promise<RegisteredDates | null> {
  const all = await occurrencesOf(db, occurrenceId ? { occurrenceIds: [occurrenceId] } : { eventIds: [eventId] });
  const own = all.filter((date) => date.eventId === eventId);
  const standing = own.filter((date) => !date.isCancelled && !date.isLeftover);
  const dates = standing.length > 0 ? standing : own;
  const [first] = dates;
  if (!first) return null;
  return {
    eventId,
    occurrenceId,
    slug: first.slug,
    title: first.title,
    zone: first.zone,
    isPublic: first.isPublic,
    startsAt: first.startsAt,
    isCancelled: standing.length === 0,
    dates,
  };
}

/** A reminder that is due before a date. */
export interface ReminderDue {
  /** The delay told, in hours: the nearest of those that are due. */
  hours: number;
  /** The longer delays that are due too: never told any more. */
  missed: readonly number[];
}

/**
 * Which reminder a date asks for now: the nearest delay reached, once, and none after the date began. One that the
 * program slept through is caught up with the next only when it is the nearest: nobody gets two at once.
 */
export function reminderDue(
  startsAt: Temporal.Instant,
  delays: readonly number[],
  now: Temporal.Instant,
): ReminderDue | null {
  if (Temporal.Instant.compare(startsAt, now) <= 0) return null;
  const left = now.until(startsAt).total('hours');
  const due = [...new Set(delays)].filter((hours) => hours > 0 && left <= hours).toSorted((a, b) => a - b);
  const [hours, ...missed] = due;
  return hours === undefined ? null : { hours, missed };
}

/** Whether someone registered before the moment of a reminder: who came after already knows. */
export function isToldBy(hours: number, startsAt: Temporal.Instant, since: Temporal.Instant): boolean {
  return Temporal.Instant.compare(since, startsAt.subtract({ seconds: Math.round(hours * 3600) })) < 0;
}

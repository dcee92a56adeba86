/**
 * The delay of the campaign to tell today, by itself: the latest that has come, once, and none so late that its words
 * would be false. Delays are days from the end: -30 a month before, 15 two weeks after.
 */
export function delayDue(
  delays: readonly number[],
  endsOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  told: readonly number[],
): number | null {
  const since = endsOn.until(today, { largestUnit: 'days' }).days;
  const latest = delays.filter((delay) => delay <= since).toSorted((a, b) => b - a)[0];
  if (latest === undefined || since - latest > 7) return null;
  return told.some((delay) => delay >= latest) ? null : latest;
}

/** Days before its end from which the team may ask to renew a membership. */
export const remindFrom = 60;
/** Days between two letters to the same member, whoever asks. */
export const remindAgainAfter = 7;

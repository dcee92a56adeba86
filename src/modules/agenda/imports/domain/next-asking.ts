/** A source that fails this many times in a row is asked no more, until somebody looks at it. */
export const mostFailures = 20;
const longestHours = 7 * 24;

/** When a source is asked again: each hour, then less and less as it fails. */
export function nextAsking(now: Temporal.Instant, failures: number): Temporal.Instant {
  const hours = Math.min(2 ** failures, longestHours);
  // A little before the hour, so that the hourly job does not miss it by a second.
  return now.add({ minutes: hours * 60 - 5 });
}

/** A stretch of local time, its end not included. */
export interface Stretch {
  starts: Temporal.PlainDateTime;
  ends: Temporal.PlainDateTime;
}

/** Whether two stretches share a moment; one may begin when the other ends. */
export function overlap(one: Stretch, other: Stretch): boolean {
  return (
    Temporal.PlainDateTime.compare(one.starts, other.ends) < 0 &&
    Temporal.PlainDateTime.compare(other.starts, one.ends) < 0
  );
}

export function byStart(one: Stretch, other: Stretch): number {
  return (
    Temporal.PlainDateTime.compare(one.starts, other.starts) || Temporal.PlainDateTime.compare(one.ends, other.ends)
  );
}

export function moved({ starts, ends }: Stretch, by: Temporal.Duration): Stretch {
  return { starts: starts.add(by), ends: ends.add(by) };
}

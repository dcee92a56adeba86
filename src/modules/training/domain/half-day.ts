/** One half-day as dates and local hours. */
export interface HalfDayTime {
  heldOn: Temporal.PlainDate;
  /** `09:00` */
  startsAt: string;
  endsAt: string;
}

/** Minutes truly spent between the two hours, in the zone: a night when clocks change has fewer or more. */
export function minutesOf({ heldOn, startsAt, endsAt }: HalfDayTime, zone: string): number {
  const { starts, ends } = momentsOf({ heldOn, startsAt, endsAt }, zone);
  return Math.round((ends.epochMilliseconds - starts.epochMilliseconds) / 60_000);
}

/** When it begins and ends. */
export function momentsOf(
  { heldOn, startsAt, endsAt }: HalfDayTime,
  zone: string,
): { starts: Temporal.Instant; ends: Temporal.Instant } {
  const at = (time: string) => heldOn.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();
  return { starts: at(startsAt), ends: at(endsAt) };
}

// The trainer hands the screen round while people settle in.
const earlyBy = { minutes: 60 } as const;

/** From when one may sign for it on a screen. */
export const signingOpensAt = (halfDay: HalfDayTime, zone: string): Temporal.Instant =>
  momentsOf(halfDay, zone).starts.subtract(earlyBy);

/** « matin », « après-midi » or « soir »: what the sheet calls it. */
export function partOfDay({ startsAt }: Pick<HalfDayTime, 'startsAt'>): 'matin' | 'après-midi' | 'soir' {
  if (startsAt < '12:00') return 'matin';
  return startsAt < '17:30' ? 'après-midi' : 'soir';
}

/** In the order they are held. */
export function inOrder<Time extends HalfDayTime>(halfDays: readonly Time[]): Time[] {
  return [...halfDays].sort(
    (a, b) => Temporal.PlainDate.compare(a.heldOn, b.heldOn) || a.startsAt.localeCompare(b.startsAt),
  );
}

/** Two half-days that overlap, if any. */
export function overlapping(halfDays: readonly HalfDayTime[]): readonly [HalfDayTime, HalfDayTime] | null {
  const ordered = inOrder(halfDays);
  for (const [index, halfDay] of ordered.entries()) {
    const following = ordered[index + 1];
    if (following?.heldOn.equals(halfDay.heldOn) && following.startsAt < halfDay.endsAt) return [halfDay, following];
  }
  return null;
}

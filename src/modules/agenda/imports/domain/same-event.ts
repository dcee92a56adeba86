import { isNearTitle } from '../../domain/near-title.ts';

/** What is compared of two events told by different people. */
export interface ToldEvent {
  title: string;
  startsAt: Temporal.Instant;
  venueId: string | null;
  venueName: string;
  city: string;
}

const nearMinutes = 15;

/** Whether two sources tell the same event: same place, same time, similar title. */
export function isSameEvent(one: ToldEvent, other: ToldEvent): boolean {
  const apart = Math.abs(one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds) / 60_000;
  return apart <= nearMinutes && isSamePlace(one, other) && isNearTitle(one.title, other.title);
}

/** The same place, or two names in one town; whoever gives no place does not contradict. */
function isSamePlace(one: ToldEvent, other: ToldEvent): boolean {
  if (one.venueId !== null && one.venueId === other.venueId) return true;
  const [here, there] = [one.city || one.venueName, other.city || other.venueName].map((name) =>
    name.trim().toLowerCase(),
  );
  return here === '' || there === '' || here === there;
}

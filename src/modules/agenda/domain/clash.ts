import { distanceInKilometres } from '#platform/geo/index.ts';
import type { EventType } from './event-types.ts';

/** One date of an event, as far as it may get in the way of another. */
export interface ClashingDate {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  hasEnd: boolean;
  isAllDay: boolean;
  startsOn: Temporal.PlainDate;
  lastOn: Temporal.PlainDate;
  /** Null online, or when no place was said. */
  place: { venueId: string; insee: string | null; longitude: number | null; latitude: number | null } | null;
  type: EventType;
  audiences: readonly string[];
  themes: readonly string[];
  organizations: readonly string[];
  isOwn: boolean;
}

/** Why two dates get in each other's way. */
export interface ClashReasons {
  time: 'overlap' | 'same_day';
  place: 'same_venue' | 'same_town' | 'near' | null;
  /** In kilometres, when both places are on the map. */
  distance: number | null;
  people: ('organizer' | 'audience' | 'theme' | 'type')[];
}

/** Farther than this, people of one place rarely go to the other. */
export const nearInKilometres = 25;
// Time to go from one to the other.
const onTheWay = { minutes: 45 };
// Without an end, an event is taken to last so long.
const usualLength = { hours: 2 };

/**
 * Whether two dates compete for the same place or the same people, and why; null when they do not. What speaks to
 * everyone competes with all that is near and at the same hours; on the same day, only what speaks to the same people.
 */
export function clashOf(mine: ClashingDate, other: ClashingDate): ClashReasons | null {
  const time = timeOfClash(mine, other);
  if (!time) return null;
  const { place, distance } = placeOfClash(mine, other);
  const people = peopleOfClash(mine, other);
  const reasons: ClashReasons = { time, place, distance, people };
  if (time === 'overlap' && place === 'same_venue') return reasons;
  if (time === 'overlap' && people.includes('organizer')) return reasons;
  // A stand-by, a market or an exhibition that lasts the whole day takes nobody away from an evening.
  if (mine.isAllDay || other.isAllDay || isLoose(mine) || isLoose(other)) return null;
  const isReached = place !== null || mine.place === null || other.place === null;
  const isForAll = mine.audiences.length === 0 || other.audiences.length === 0;
  const isSamePublic =
    people.includes('audience') || (isForAll && (people.includes('theme') || people.includes('type')));
  if (time === 'overlap') return isReached && (isSamePublic || (isForAll && place !== null)) ? reasons : null;
  return place !== null && (people.includes('audience') || people.includes('type')) && isSameHalf(mine, other)
    ? reasons
    : null;
}

function isLoose({ type }: ClashingDate): boolean {
  return type === 'drop_in';
}

function timeOfClash(mine: ClashingDate, other: ClashingDate): ClashReasons['time'] | null {
  const [from, to] = [mine.startsAt.subtract(onTheWay), endOf(mine).add(onTheWay)];
  if (isBefore(from, endOf(other)) && isBefore(other.startsAt, to)) return 'overlap';
  return mine.startsOn.equals(other.startsOn) ? 'same_day' : null;
}

function endOf({ startsAt, endsAt, hasEnd }: ClashingDate): Temporal.Instant {
  return hasEnd ? endsAt : startsAt.add(usualLength);
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;

/** Both by day, or both in the evening: within five hours. */
function isSameHalf(mine: ClashingDate, other: ClashingDate): boolean {
  return Math.abs(mine.startsAt.until(other.startsAt).total('hours')) <= 5;
}

function placeOfClash(
  { place: mine }: ClashingDate,
  { place: other }: ClashingDate,
): Pick<ClashReasons, 'place' | 'distance'> {
  if (!mine || !other) return { place: null, distance: null };
  if (mine.venueId === other.venueId) return { place: 'same_venue', distance: 0 };
  const distance =
    mine.longitude === null || mine.latitude === null || other.longitude === null || other.latitude === null
      ? null
      : distanceInKilometres(
          { longitude: mine.longitude, latitude: mine.latitude },
          { longitude: other.longitude, latitude: other.latitude },
        );
  if (mine.insee !== null && mine.insee === other.insee) return { place: 'same_town', distance };
  return { place: distance !== null && distance <= nearInKilometres ? 'near' : null, distance };
}

function peopleOfClash(mine: ClashingDate, other: ClashingDate): ClashReasons['people'] {
  const share = (one: readonly string[], two: readonly string[]) => one.some((word) => two.includes(word));
  const found: ClashReasons['people'] = [];
  if (share(mine.organizations, other.organizations) || (mine.isOwn && other.isOwn)) found.push('organizer');
  if (share(mine.audiences, other.audiences)) found.push('audience');
  if (share(mine.themes, other.themes)) found.push('theme');
  if (mine.type === other.type && mine.type !== 'other') found.push('type');
  return found;
}

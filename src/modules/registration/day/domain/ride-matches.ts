import { distanceInKilometres, type Point } from '#platform/geo/index.ts';

export type RideState = 'asked' | 'agreed' | 'declined' | 'withdrawn';

/** Someone who offers seats, or looks for one. */
export interface Rider {
  id: string;
  /** Where she leaves from; null when the place is not known. */
  from: Point | null;
  /** Minutes after midnight; null when she did not say. */
  leavesAt: number | null;
}

export interface Driver extends Rider {
  /** Seats not yet promised. */
  seats: number;
}

/** A driver who suits a passenger. */
export interface RideMatch {
  driverId: string;
  passengerId: string;
  /** Kilometres the driver adds, as the crow flies; null when a place is not known. */
  detour: number | null;
  /** Minutes between both hours; null when one did not say. */
  gap: number | null;
}

/** More than this out of the way, nobody is asked. */
const longestDetour = 15;
const widestGap = 60;

/**
 * Who may ride with whom: on the way of the driver or near it, at about the same hour. Nearest first, then by hour; those
 * of whom a place or an hour is not known come after, for people to judge.
 */
export function rideMatches(
  drivers: readonly Driver[],
  passengers: readonly Rider[],
  venue: Point | null,
): RideMatch[] {
  return passengers
    .flatMap((passenger) =>
      drivers
        .filter((driver) => driver.seats > 0 && driver.id !== passenger.id)
        .map((driver) => ({
          driverId: driver.id,
          passengerId: passenger.id,
          detour: detourOf(driver.from, passenger.from, venue),
          gap: gapOf(driver, passenger),
        })),
    )
    .filter(({ detour, gap }) => (detour ?? 0) <= longestDetour && (gap ?? 0) <= widestGap)
    .toSorted(
      (a, b) =>
        (a.detour ?? longestDetour) - (b.detour ?? longestDetour) ||
        (a.gap ?? widestGap) - (b.gap ?? widestGap) ||
        a.driverId.localeCompare(b.driverId),
    );
}

/** What fetching the passenger adds to the way; without the venue, how far she lives. */
function detourOf(driver: Point | null, passenger: Point | null, venue: Point | null): number | null {
  if (!driver || !passenger) return null;
  const apart = distanceInKilometres(driver, passenger);
  if (!venue) return apart;
  const around = apart + distanceInKilometres(passenger, venue) - distanceInKilometres(driver, venue);
  return Math.max(0, around);
}

function gapOf(one: Rider, other: Rider): number | null {
  return one.leavesAt === null || other.leavesAt === null ? null : Math.abs(one.leavesAt - other.leavesAt);
}

/** Kilometres that a passenger does not drive, there and back, as the crow flies; 0 when a place is not known. */
export function kilometresSaved(from: Point | null, venue: Point | null): number {
  return from && venue ? Math.round(2 * distanceInKilometres(from, venue)) : 0;
}

/** « 8 h 30 », « 08:30 », « vers 9h »: minutes after midnight; null when no hour is written. */
export function hourTyped(text: string): number | null {
  const found = /(?:^|\D)([01]?\d|2[0-3])\s*(?:h|:)\s*([0-5]\d)?(?!\d)/i.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2] ?? 0) : null;
}

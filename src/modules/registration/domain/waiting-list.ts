import { addSeats, fits, roomLeft, type Room, type SeatCounts } from './seats.ts';

/** Who goes first when a seat is free; between equals, who came first. */
export const waitingRules = ['arrival', 'members', 'organization', 'newcomers'] as const;
export type WaitingRule = (typeof waitingRules)[number];

/** Someone who waits, or several who only come together. */
export interface WaitingUnit {
  readonly id: string;
  /** Order of arrival: never the same twice. */
  readonly arrival: number;
  readonly seats: SeatCounts;
  readonly isMember: boolean;
  readonly isNewcomer: boolean;
  /** The structure she comes for; empty when none. */
  readonly organization: string;
}

/** Seats held by each structure. */
export type OrganizationCounts = ReadonlyMap<string, number>;

/** Those who wait, first in line first. A strict order: no two are equal. */
export function inOrder(
  units: readonly WaitingUnit[],
  rule: WaitingRule,
  seated: OrganizationCounts,
): readonly WaitingUnit[] {
  const ranks = ranksOf(units, rule, seated);
  const rank = (unit: WaitingUnit): number => ranks.get(unit.id) ?? 0;
  return units.toSorted((one, other) => rank(one) - rank(other) || one.arrival - other.arrival);
}

function ranksOf(
  units: readonly WaitingUnit[],
  rule: WaitingRule,
  seated: OrganizationCounts,
): ReadonlyMap<string, number> {
  if (rule === 'arrival') return new Map();
  if (rule === 'members') return new Map(units.map((unit) => [unit.id, unit.isMember ? 0 : 1]));
  if (rule === 'newcomers') return new Map(units.map((unit) => [unit.id, unit.isNewcomer ? 0 : 1]));
  const before = new Map(seated);
  const ranks = new Map<string, number>();
  for (const unit of units.toSorted((one, other) => one.arrival - other.arrival)) {
    const count = unit.organization === '' ? 0 : (before.get(unit.organization) ?? 0);
    ranks.set(unit.id, count);
    if (unit.organization !== '') before.set(unit.organization, count + 1);
  }
  return ranks;
}

/**
 * Who gets the seats that are free: the first in line who fits, then the next. A group too large for what is left keeps
 * its rank and waits; those behind who fit do not wait for it.
 */
export function whoGetsIn(
  units: readonly WaitingUnit[],
  rule: WaitingRule,
  { room, taken, seated }: { room: Room; taken: SeatCounts; seated: OrganizationCounts },
): readonly WaitingUnit[] {
  const chosen: WaitingUnit[] = [];
  let [waiting, held, organizations] = [units, taken, seated];
  for (;;) {
    const left = roomLeft(room, held);
    if (left.total === 0) return chosen;
    const next = inOrder(waiting, rule, organizations).find((unit) => fits(left, unit.seats));
    if (!next) return chosen;
    chosen.push(next);
    waiting = waiting.filter((unit) => unit !== next);
    held = addSeats(held, next.seats);
    if (next.organization !== '')
      organizations = new Map(organizations).set(next.organization, (organizations.get(next.organization) ?? 0) + 1);
  }
}

/** A part of the seats: on site, online; or a workshop that one takes besides, several a person. */
export interface SeatKind {
  readonly key: string;
  readonly label: string;
  /** Null: as many as will, within the whole. */
  readonly capacity: number | null;
  /** One person may hold several of these. Otherwise she holds exactly one part. */
  readonly isWorkshop?: boolean;
  /** When a workshop is held, as 09:30; empty when it is not said. */
  readonly from?: string;
  readonly to?: string;
}

/** What one person holds: her part, and her workshops. */
export interface HeldSeats {
  readonly seatKind: string;
  readonly workshops: readonly string[];
}

/** How many seats there are, all together and by kind; null is without limit. */
export interface Room {
  /** How many people. */
  readonly total: number | null;
  readonly byKind: ReadonlyMap<string, number | null>;
  /** Kinds that do not share out the people: one of them may hold several. */
  readonly workshops?: ReadonlySet<string>;
}

/** How many people are seated or ask for it, and how many hold each kind. */
export interface SeatCounts {
  readonly people: number;
  readonly byKind: ReadonlyMap<string, number>;
}

export const noSeats: SeatCounts = { people: 0, byKind: new Map() };

export function roomOf(offer: { capacity: number | null; seatKinds: readonly SeatKind[] }): Room {
  return {
    total: offer.capacity,
    byKind: new Map(offer.seatKinds.map(({ key, capacity }) => [key, capacity])),
    workshops: new Set(offer.seatKinds.filter(({ isWorkshop }) => isWorkshop).map(({ key }) => key)),
  };
}

/** What people hold together. */
export function seatsOfPeople(people: readonly HeldSeats[]): SeatCounts {
  const byKind = new Map<string, number>();
  for (const { seatKind, workshops } of people)
    for (const key of [seatKind, ...workshops]) byKind.set(key, (byKind.get(key) ?? 0) + 1);
  return { people: people.length, byKind };
}

/** What is left once these are taken; never under zero, where seats were withdrawn after they were given. */
export function roomLeft(room: Room, taken: SeatCounts): Room {
  const left = (capacity: number | null, count: number) => (capacity === null ? null : Math.max(0, capacity - count));
  return {
    ...room,
    total: left(room.total, taken.people),
    byKind: new Map([...room.byKind].map(([key, capacity]) => [key, left(capacity, taken.byKind.get(key) ?? 0)])),
  };
}

/** Whether these seats are all free together. */
export function fits(left: Room, wanted: SeatCounts): boolean {
  if (left.total !== null && wanted.people > left.total) return false;
  return [...wanted.byKind].every(([key, count]) => count <= (left.byKind.get(key) ?? Infinity));
}

/** How many may still come, all kinds together; null is without limit. */
export function seatsLeft({ total, byKind, workshops }: Room): number | null {
  const parts = [...byKind].filter(([key]) => !workshops?.has(key));
  // Where there are only workshops, whoever comes takes one at least, and often more: their sum bounds nobody until it
  // is nothing.
  if (parts.length === 0 && byKind.size > 0 && total !== null)
    return [...byKind.values()].every((count) => count === 0) ? 0 : total;
  const kinds = (parts.length > 0 ? parts : [...byKind]).map(([, count]) => count);
  const sum =
    kinds.length === 0 || kinds.includes(null) ? null : kinds.reduce<number>((all, one) => all + (one ?? 0), 0);
  if (total === null) return sum;
  return sum === null ? total : Math.min(total, sum);
}

/** Adds seats of one to seats of the other; `times` of -1 takes them away. */
export function addSeats(counts: SeatCounts, more: SeatCounts, times = 1): SeatCounts {
  const sum = new Map(counts.byKind);
  for (const [key, count] of more.byKind) sum.set(key, (sum.get(key) ?? 0) + times * count);
  return { people: counts.people + times * more.people, byKind: sum };
}

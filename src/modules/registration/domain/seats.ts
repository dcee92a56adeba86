/** A part of the seats: on site, online, a workshop of the day. */
export interface SeatKind {
  readonly key: string;
  readonly label: string;
  /** Null: as many as will, within the whole. */
  readonly capacity: number | null;
}

/** How many seats there are, all together and by kind; null is without limit. */
export interface Room {
  readonly total: number | null;
  readonly byKind: ReadonlyMap<string, number | null>;
}

/** How many are taken or asked for, by kind. */
export type SeatCounts = ReadonlyMap<string, number>;

export function roomOf(offer: { capacity: number | null; seatKinds: readonly SeatKind[] }): Room {
  return { total: offer.capacity, byKind: new Map(offer.seatKinds.map(({ key, capacity }) => [key, capacity])) };
}

export const totalOf = (counts: SeatCounts): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** What is left once these are taken; never under zero, where seats were withdrawn after they were given. */
export function roomLeft(room: Room, taken: SeatCounts): Room {
  const left = (capacity: number | null, count: number) => (capacity === null ? null : Math.max(0, capacity - count));
  return {
    total: left(room.total, totalOf(taken)),
    byKind: new Map([...room.byKind].map(([key, capacity]) => [key, left(capacity, taken.get(key) ?? 0)])),
  };
}

/** Whether these seats are all free together. */
export function fits(left: Room, wanted: SeatCounts): boolean {
  if (left.total !== null && totalOf(wanted) > left.total) return false;
  return [...wanted].every(([key, count]) => count <= (left.byKind.get(key) ?? Infinity));
}

/** How many may still come, all kinds together; null is without limit. */
export function seatsLeft({ total, byKind }: Room): number | null {
  const kinds = [...byKind.values()];
  const sum =
    kinds.length === 0 || kinds.includes(null) ? null : kinds.reduce<number>((all, one) => all + (one ?? 0), 0);
  if (total === null) return sum;
  return sum === null ? total : Math.min(total, sum);
}

/** Adds seats of one to seats of the other. */
export function addSeats(counts: SeatCounts, more: SeatCounts): SeatCounts {
  const sum = new Map(counts);
  for (const [key, count] of more) sum.set(key, (sum.get(key) ?? 0) + count);
  return sum;
}

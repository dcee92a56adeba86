/** One seat in one session, as much of it as tells who sat there. */
export interface Seat {
  personId: string | null;
  nameKey: string;
  email: string | null;
  phone: string | null;
  municipality: string;
}

/**
 * Who is the same person among trainees, so that nobody is counted twice: for each seat, the index of the first seat of
 * that person. Two seats are one person's when the hub knows her as the same person; else when they bear the same name
 * and the same mail or the same phone (a structure may register several people under its own address); else, where
 * neither left a mail or a phone that says otherwise, when they bear the same name in the same municipality.
 */
export function distinctPeople(seats: readonly Seat[]): number[] {
  const parent = seats.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  const firstOf = new Map<string, number>();
  const join = (index: number, key: string): void => {
    const first = firstOf.get(key);
    if (first === undefined) return void firstOf.set(key, index);
    const [a, b] = [rootOf(first), rootOf(index)];
    parent[Math.max(a, b)] = Math.min(a, b);
  };
  for (const [index, seat] of seats.entries()) {
    if (seat.personId) join(index, `person ${seat.personId}`);
    if (seat.email) join(index, `mail ${seat.nameKey} ${seat.email.toLowerCase()}`);
    if (seat.phone) join(index, `phone ${seat.nameKey} ${seat.phone.replaceAll(/\D/g, '')}`);
    if (!seat.email && !seat.phone) join(index, `place ${seat.nameKey} ${seat.municipality}`);
  }
  return seats.map((_, index) => rootOf(index));
}

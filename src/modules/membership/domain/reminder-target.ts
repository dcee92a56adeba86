import { foldForSearch } from '#platform/french/index.ts';

/** Someone who may be asked to renew. */
export interface Reachable {
  personId: string | null;
  name: string;
  role: string;
  email: string | null;
  isContact: boolean;
  position: number;
}

// Who looks after dues in a small structure, the likeliest first.
const ranks: readonly RegExp[] = [/tresor|compta/, /president|gerant|maire/, /direct|coordin|secretaire|administrat/];

function rankOf({ isContact, role }: Reachable): number {
  if (isContact) return -1;
  const folded = foldForSearch(role);
  const found = ranks.findIndex((rank) => rank.test(folded));
  return found === -1 ? ranks.length : found;
}

/**
 * The one person to ask for a renewal, never the whole board: the contact of the membership, else who keeps the accounts,
 * who presides, who directs, else the first. By mail when one of them has an address; else the first one, to be called.
 */
export function whomToRemind(people: readonly Reachable[]): Reachable | null {
  const sorted = people.toSorted((a, b) => rankOf(a) - rankOf(b) || a.position - b.position);
  return sorted.find(({ email }) => email !== null) ?? sorted[0] ?? null;
}

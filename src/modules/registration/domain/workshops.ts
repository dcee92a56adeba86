import { formatTimeRange } from '#platform/french/index.ts';
import type { HeldSeats, SeatKind } from './seats.ts';

/** The parts that share out the people: everyone holds one. */
export const partsOf = (kinds: readonly SeatKind[]): SeatKind[] => kinds.filter(({ isWorkshop }) => !isWorkshop);

/** What one takes besides, in the order of the day; those without a time last. */
export function workshopsOf(kinds: readonly SeatKind[]): SeatKind[] {
  const rank = ({ from }: SeatKind): string => from || '99';
  return kinds
    .filter(({ isWorkshop }) => isWorkshop)
    .toSorted((one, other) => (rank(one) < rank(other) ? -1 : Number(rank(one) > rank(other))));
}

export type ChosenWorkshops =
  | { readonly ok: true; readonly keys: readonly string[] }
  | { readonly ok: false; readonly message: string };

/**
 * The workshops among these keys, if one person may hold them together: each once, none while another is held. Where
 * there is nothing else to come for, one at least, unless `isRelaxed`.
 */
export function chooseWorkshops(
  kinds: readonly SeatKind[],
  wanted: readonly string[],
  { isRelaxed = false } = {},
): ChosenWorkshops {
  const all = workshopsOf(kinds);
  const chosen = all.filter(({ key }) => wanted.includes(key));
  if (wanted.some((key) => !all.some((one) => one.key === key)))
    return { ok: false, message: 'Un atelier choisi n’est plus proposé : voyez la liste.' };
  if (chosen.length === 0 && all.length > 0 && partsOf(kinds).length === 0 && !isRelaxed)
    return { ok: false, message: 'Choisissez au moins un atelier.' };
  for (const [index, one] of chosen.entries()) {
    const other = chosen.slice(index + 1).find((later) => overlap(one, later));
    if (other) return { ok: false, message: `« ${one.label} » et « ${other.label} » ont lieu en même temps.` };
  }
  return { ok: true, keys: chosen.map(({ key }) => key) };
}

function overlap(one: SeatKind, other: SeatKind): boolean {
  if (!one.from || !one.to || !other.from || !other.to) return false;
  return one.from < other.to && other.from < one.to;
}

/** « Conter en public, de 14 h à 15 h 30 ». */
export function kindInWords({ label, from, to }: SeatKind): string {
  return from && to
    ? `${label}, ${formatTimeRange(Temporal.PlainTime.from(from), Temporal.PlainTime.from(to))}`
    : label;
}

export const holds = (held: HeldSeats, key: string): boolean => held.seatKind === key || held.workshops.includes(key);

/** The names of what someone holds, without the hours: for tables. */
export function seatNames(kinds: readonly SeatKind[], held: HeldSeats): string {
  return heldKinds(kinds, held)
    .map(({ label }) => label)
    .join(', ');
}

const heldKinds = (kinds: readonly SeatKind[], held: HeldSeats): SeatKind[] =>
  [...partsOf(kinds), ...workshopsOf(kinds)].filter(({ key }) => holds(held, key));

/** What someone holds, as letters and badges say it; empty where seats have no name. */
export function seatsInWords(kinds: readonly SeatKind[], held: HeldSeats): string {
  return heldKinds(kinds, held).map(kindInWords).join(' ; ').replaceAll(' ;', '\u202f;');
}

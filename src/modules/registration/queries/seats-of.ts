import { sql } from 'drizzle-orm';
import { occurrencesOf, type EventOccurrence, type Seats } from '#modules/agenda/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { Reader } from '#platform/db/database.ts';
import { openingAt, type Opening } from '../domain/offer-times.ts';
import { addSeats, noSeats, roomLeft, roomOf, seatsLeft, seatsOfPeople, type Room } from '../domain/seats.ts';
import { registerHref } from '../paths.ts';
import { offersOfDates, type StoredOffer } from './stored-offer.ts';

/** The seats of one date as they are now. */
export interface DateSeats {
  readonly offer: StoredOffer;
  readonly date: EventOccurrence;
  readonly opening: Opening;
  readonly capacity: number | null;
  /** Null: without limit. */
  readonly left: number | null;
  readonly leftByKind: Room['byKind'];
  readonly confirmed: number;
  readonly waiting: number;
}

/** The seats of these dates, by date; dates of events without registration are left out. */
export async function seatsOf(
  { db, clock }: { db: Reader; clock: Context['clock'] },
  occurrenceIds: readonly string[],
): Promise<ReadonlyMap<string, DateSeats>> {
  const offers = await offersOfDates(db, occurrenceIds);
  if (offers.size === 0) return new Map();
  const dates = await occurrencesOf(db, { occurrenceIds });
  const offered = dates.filter(({ eventId }) => offers.has(eventId));
  const counts = await countsOf(db, [...offers.keys()], occurrenceIds);
  const firsts = await firstDates(db, offered, offers);
  const now = clock.now();
  const found = new Map<string, DateSeats>();
  for (const date of offered) {
    const offer = offers.get(date.eventId);
    if (!offer) continue;
    const own = counts.filter(
      (row) => row.eventId === date.eventId && row.occurrenceId === (offer.scope === 'whole' ? null : date.id),
    );
    const taken = own.reduce(
      (sum, { kind, workshops, seated }) => addSeats(sum, seatsOfPeople([{ seatKind: kind, workshops }]), seated),
      noSeats,
    );
    const room = roomOf(offer);
    const left = roomLeft(room, taken);
    const moment = offer.scope === 'whole' ? (firsts.get(date.eventId) ?? date) : date;
    found.set(date.id, {
      offer,
      date,
      opening: openingAt(offer, moment, now),
      capacity: seatsLeft(room),
      left: seatsLeft(left),
      leftByKind: left.byKind,
      confirmed: own.reduce((sum, row) => sum + row.confirmed, 0),
      waiting: own.reduce((sum, row) => sum + row.waiting, 0),
    });
  }
  return found;
}

interface Count extends Record<string, unknown> {
  eventId: string;
  occurrenceId: string | null;
  kind: string;
  workshops: string[];
  seated: number;
  confirmed: number;
  waiting: number;
}

async function countsOf(db: Reader, eventIds: readonly string[], occurrenceIds: readonly string[]): Promise<Count[]> {
  const { rows } = await db.execute<Count>(sql`
    select p.event_id as "eventId", p.occurrence_id as "occurrenceId", r.seat_kind as kind, r.workshops,
      count(*) filter (where r.state in ('confirmed', 'offered'))::int as seated,
      count(*) filter (where r.state = 'confirmed')::int as confirmed,
      count(*) filter (where r.state = 'waiting')::int as waiting
    from registration_pools p join registrations r on r.hub_id = p.hub_id and r.pool_id = p.id
    where p.event_id = any (${`{${eventIds.join(',')}}`}::uuid[])
      and (p.occurrence_id is null or p.occurrence_id = any (${`{${occurrenceIds.join(',')}}`}::uuid[]))
    group by 1, 2, 3, 4`);
  return rows;
}

/** An event registered for as a whole begins with its first date that stands. */
async function firstDates(
  db: Reader,
  dates: readonly EventOccurrence[],
  offers: ReadonlyMap<string, StoredOffer>,
): Promise<ReadonlyMap<string, EventOccurrence>> {
  const eventIds = [...new Set(dates.map(({ eventId }) => eventId))].filter((id) => offers.get(id)?.scope === 'whole');
  const all = await occurrencesOf(db, { eventIds });
  const first = new Map<string, EventOccurrence>();
  for (const date of all)
    if (!date.isCancelled && !date.isLeftover && !first.has(date.eventId)) first.set(date.eventId, date);
  return first;
}

/** The same as lists and cards say it. */
export async function seatsForLists(
  ctx: Context,
  occurrenceIds: readonly string[],
): Promise<ReadonlyMap<string, Seats>> {
  const found = await seatsOf(ctx, occurrenceIds);
  return new Map([...found].filter(([, { offer }]) => offer.isOpen).map(([id, seats]) => [id, seatsForList(seats)]));
}

export function seatsForList({ offer, date, opening, capacity, left }: DateSeats): Seats {
  return {
    capacity,
    left,
    isOpen: opening === 'open',
    hasWaitingList: offer.hasWaitingList,
    href: registerHref(date.slug, offer.scope === 'each' ? date.originalLocal : null),
  };
}

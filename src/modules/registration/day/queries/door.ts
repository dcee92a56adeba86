import { and, eq, inArray } from 'drizzle-orm';
import { occurrencesOf, type EventOccurrence } from '#modules/agenda/index.ts';
import { chargesOf } from '#modules/payments/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { Reader } from '#platform/db/database.ts';
import { chargeModule } from '../../domain/charge-module.ts';
import type { AttendanceMark } from '../../domain/registration-states.ts';
import { registrantsOf, type Registrant } from '../../queries/registrants-of.ts';
import { offerOf, type StoredOffer } from '../../queries/stored-offer.ts';
import { registrationMarks } from '../tables.ts';

/** One date of an event, as those at the door see it. */
export interface Door {
  readonly offer: StoredOffer;
  readonly date: EventOccurrence;
  readonly dates: readonly EventOccurrence[];
}

/** The date asked for, else the one that is on or next, else the last. Null when nobody may register to the event. */
export async function readDoor(
  { db, clock }: Pick<Context, 'clock'> & { db: Reader },
  { eventId, occurrenceId }: { eventId: string; occurrenceId?: string | undefined },
): Promise<Door | null> {
  const offer = await offerOf(db, eventId);
  if (!offer) return null;
  const dates = (await occurrencesOf(db, { eventIds: [eventId] })).filter((date) => !date.isLeftover);
  const now = clock.now();
  const next = dates.find((date) => Temporal.Instant.compare(date.endsAt, now) > 0);
  const date = occurrenceId ? dates.find((one) => one.id === occurrenceId) : (next ?? dates.at(-1));
  return date ? { offer, date, dates } : null;
}

/** One person expected, and what was noted of her. */
export interface Expected {
  readonly registrant: Registrant;
  readonly mark: AttendanceMark | null;
  readonly markedAt: Temporal.Instant | null;
  /** In cents, still to be paid for the whole booking. */
  readonly left: number;
}

/** Those who have a seat on this date, by name. */
export async function expectedAt(ctx: Context, { date }: Door): Promise<Expected[]> {
  const { eventId, id: occurrenceId } = date;
  const registrants = await registrantsOf(ctx.db, { eventId, occurrenceId, states: ['confirmed'] });
  const bookings = [...new Set(registrants.map((one) => one.bookingId))];
  const [marks, charges] = await Promise.all([
    marksOf(
      ctx.db,
      occurrenceId,
      registrants.map((one) => one.id),
    ),
    chargesOf(ctx.db, chargeModule, bookings),
  ]);
  return registrants.map((registrant) => {
    const noted = marks.get(registrant.id);
    const left = (charges.get(registrant.bookingId) ?? []).reduce((sum, charge) => sum + charge.left, 0);
    return { registrant, mark: noted?.mark ?? null, markedAt: noted?.markedAt ?? null, left };
  });
}

/** What was noted on one date, by registration. */
export async function marksOf(
  db: Reader,
  occurrenceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { mark: AttendanceMark | null; markedAt: Temporal.Instant }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(registrationMarks)
    .where(and(eq(registrationMarks.occurrenceId, occurrenceId), inArray(registrationMarks.registrationId, [...ids])));
  return new Map(rows.map((row) => [row.registrationId, { mark: row.mark, markedAt: row.markedAt }]));
}

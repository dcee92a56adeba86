import { randomInt } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { chargesOf } from '#modules/payments/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { formatDateTime, formatMoney } from '#platform/french/index.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { confirmationMail } from '../../emails/confirmation-mail.ts';
import { seatsChanged } from '../../facts.ts';
import { linkHash } from '../../links.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import type { RegisteredDates } from '../../queries/registered-date.ts';
import { calendarOf, workshopNote } from '../../queries/told-dates.ts';
import type { StoredOffer } from '../../queries/stored-offer.ts';
import { registrationBookings, registrationPools, registrations } from '../../tables.ts';
import type { BookingFields } from '../booking-fields.ts';
import type { CheckedPerson } from './checked-people.ts';
import { mayWriteTo, ownHref, type Letterhead } from './letters.ts';
import type { BookingRow, RegistrationRow } from '../../tables.ts';
import { lockPool, poolOf, type PoolLock } from './lock-pool.ts';
import { chargeModule } from '../../domain/charge-module.ts';
import { seatsInWords } from '../../domain/workshops.ts';
import { settleCharges } from './settle-charge.ts';
import { settlePool } from './settle-pool.ts';

export interface NewBooking {
  readonly offer: StoredOffer;
  readonly dates: RegisteredDates;
  readonly people: readonly CheckedPerson[];
  /** Who registers, when she does not come herself. */
  readonly booker: Pick<BookingRow, 'name' | 'email' | 'phone' | 'personId'>;
  readonly channel: BookingRow['channel'];
  readonly promoCode: string;
  readonly paymentWay: BookingFields['paymentWay'];
}

/** What became of a booking. */
export interface Booked {
  readonly booking: BookingRow;
  readonly rows: readonly RegistrationRow[];
}

/**
 * Registers people together: each gets a seat or a rank, under the lock of the queue, taken once everything else is
 * known. Nobody is told yet.
 */
export async function addBooking(
  work: CommandContext,
  deps: RegistrationDependencies,
  wanted: NewBooking,
  lock: PoolLock = lockPool,
): Promise<Booked> {
  const { offer, dates, people, booker, channel } = wanted;
  const occurrenceId = offer.scope === 'whole' ? null : dates.occurrenceId;
  const poolId = await poolOf(work, { eventId: offer.eventId, occurrenceId });
  const pool = await lock(work, poolId);
  if (!pool) throw new Error(`the queue ${poolId} is gone`);
  const [id, now] = [work.newId(), work.now()];
  const isOnline = wanted.paymentWay === 'online' && people.some(({ priceCents }) => priceCents > 0);
  await work.db.insert(registrationBookings).values({
    id,
    poolId,
    ...booker,
    channel,
    typedById: channel === 'staff' ? (work.actor?.personId ?? null) : null,
    typedBy: channel === 'staff' ? (work.actor?.name ?? '') : '',
    paymentWay: wanted.paymentWay,
    promoCode: wanted.promoCode,
    heldUntil: isOnline ? now.add({ minutes: offer.holdMinutes }) : null,
    linkHash: linkHash(deps.links.secretOf('booking', work.hubId, id, 1)),
    createdAt: now,
  });
  const values = people.map((person, position) => {
    const own = work.newId();
    return {
      id: own,
      bookingId: id,
      poolId,
      position,
      ...person,
      personId: position === 0 && person.email === booker.email ? booker.personId : null,
      state: 'waiting' as const,
      stateAt: now,
      arrival: pool.lastArrival + position + 1,
      code: ticketCode(),
      linkHash: linkHash(deps.links.secretOf('registration', work.hubId, own, 1)),
      createdAt: now,
      updatedAt: now,
    };
  });
  await work.db.insert(registrations).values(values);
  await work.db
    .update(registrationPools)
    .set({ lastArrival: pool.lastArrival + people.length })
    .where(eq(registrationPools.id, poolId));
  const arriving = new Set(values.map((value) => value.id));
  await settlePool(work, deps, { id: poolId, offer, dates }, arriving);
  if (people.some(({ priceCents }) => priceCents > 0)) await settleCharges(work, deps, { offer, dates }, [id]);
  work.publish(seatsChanged(offer.eventId));
  const kept = await work.db
    .select({ booking: registrationBookings, row: registrations })
    .from(registrations)
    .innerJoin(
      registrationBookings,
      and(eq(registrationBookings.hubId, registrations.hubId), eq(registrationBookings.id, registrations.bookingId)),
    )
    .where(eq(registrations.bookingId, id))
    .orderBy(registrations.position);
  const [first] = kept;
  if (!first) throw new Error(`the booking ${id} is gone`);
  return { booking: first.booking, rows: kept.map(({ row }) => row) };
}

/** Tells who registered, and each of those with a mail of her own, with a link of her own. */
export async function tellBooked(
  work: CommandContext,
  deps: RegistrationDependencies,
  event: Letterhead,
  { booking, rows, offer, dates }: Booked & { offer: StoredOffer; dates: RegisteredDates },
): Promise<void> {
  const isPaid = rows.some(({ priceCents }) => priceCents > 0);
  const charges = isPaid ? await chargesOf(work.db, chargeModule, [booking.id]) : new Map<string, never>();
  const [charge] = charges.get(booking.id) ?? [];
  const held = booking.heldUntil && formatDateTime(booking.heldUntil, { zone: dates.zone });
  const payment = charge
    ? `Reste à payer : ${formatMoney(charge.left)}.${held ? ` Votre place est gardée jusqu’au ${held} le temps du paiement en ligne.` : ''}`
    : null;
  const told = (group: readonly RegistrationRow[]) =>
    group.map((row) => ({
      name: row.name,
      state: row.state,
      facts: [seatsInWords(offer.seatKinds, row), row.priceLabel].filter(Boolean).join(', '),
    }));
  if (booking.email && (await mayWriteTo(work, booking.email)))
    await sendMail(
      work,
      confirmationMail({
        event: await withWorkshops(work, event, { offer, dates, rows }),
        to: booking.email,
        name: booking.name,
        seats: told(rows),
        href: ownHref(work, deps, event.origin, { booking }),
        by: null,
        payment,
      }),
    );
  for (const row of rows) {
    if (!row.email || row.email === booking.email || !(await mayWriteTo(work, row.email))) continue;
    const href = ownHref(work, deps, event.origin, { registration: row });
    const by = booking.channel === 'staff' ? 'L’équipe' : booking.name;
    await sendMail(
      work,
      confirmationMail({
        event: await withWorkshops(work, event, { offer, dates, rows: [row] }),
        to: row.email,
        name: row.name,
        seats: told([row]),
        href,
        by,
        payment: null,
      }),
    );
  }
}

/** The calendar of a letter says the workshops of those it is for. */
async function withWorkshops(
  work: CommandContext,
  event: Letterhead,
  { offer, dates, rows }: { offer: StoredOffer; dates: RegisteredDates; rows: readonly RegistrationRow[] },
): Promise<Letterhead> {
  const note = workshopNote(offer, rows);
  if (note === '') return event;
  const calendar = await calendarOf(work.db, dates, { origin: event.origin, name: event.hub.name }, note);
  return { ...event, attachments: calendar ? [calendar] : [] };
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Eight letters and digits that nobody mistakes for one another: a name for a ticket, not a secret. */
function ticketCode(): string {
  return Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
}

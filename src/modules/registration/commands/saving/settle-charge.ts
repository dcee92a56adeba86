import { and, asc, eq, inArray } from 'drizzle-orm';
import { adjustCharge, cancelCharge, chargesOf, openCharge, type ChargeView } from '#modules/payments/index.ts';
import { eventPath, whenInWords } from '#modules/agenda/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import type { RegisteredDates } from '../../queries/registered-date.ts';
import type { StoredOffer } from '../../queries/stored-offer.ts';
import { chargeModule } from '../../domain/charge-module.ts';
import { sharesOf } from '../../domain/charge-shares.ts';
import { registrationBookings, registrations, type BookingRow, type RegistrationRow } from '../../tables.ts';

/** What was paid for nothing any more, in cents, by booking. */
export type OwedBack = ReadonlyMap<string, number>;

/**
 * Makes what is owed for each of these bookings the sum of its confirmed seats, nothing when the date is called off.
 * Nothing received is given back by itself: the team sees it among the payments. Answers what is to give back.
 */
export async function settleCharges(
  work: CommandContext,
  deps: RegistrationDependencies,
  pool: { offer: StoredOffer; dates: RegisteredDates },
  bookingIds: readonly string[],
): Promise<OwedBack> {
  if (bookingIds.length === 0) return new Map();
  const rows = await work.db
    .select({ booking: registrationBookings, seat: registrations })
    .from(registrationBookings)
    .leftJoin(
      registrations,
      and(
        eq(registrations.hubId, registrationBookings.hubId),
        eq(registrations.bookingId, registrationBookings.id),
        eq(registrations.state, 'confirmed'),
      ),
    )
    .where(inArray(registrationBookings.id, [...bookingIds]))
    .orderBy(asc(registrationBookings.id), asc(registrations.position));
  const charges = await chargesOf(work.db, chargeModule, bookingIds);
  for (const [id, group] of Map.groupBy(rows, ({ booking }) => booking.id)) {
    const booking = group[0]?.booking;
    if (!booking) continue;
    const seats = group.flatMap(({ seat }) => (seat && seat.priceCents > 0 ? [seat] : []));
    const total = seats.reduce((sum, seat) => sum + seat.priceCents, 0);
    if (total !== booking.totalCents)
      await work.db.update(registrationBookings).set({ totalCents: total }).where(eq(registrationBookings.id, id));
    const known = charges.get(id) ?? [];
    if (total === 0 || pool.dates.isCancelled) {
      const why = total === 0 ? 'Inscription annulée' : 'Rendez-vous annulé';
      if (known.length > 0) await cancelCharge(work, { module: chargeModule, id }, why);
    } else await settleBooking(work, deps, pool, { booking, seats, total, known });
  }
  return charges.size > 0 ? owedBack(work, bookingIds) : new Map();
}

interface BookingToSettle {
  readonly booking: BookingRow;
  readonly seats: readonly RegistrationRow[];
  readonly total: number;
  readonly known: readonly ChargeView[];
}

/** What was paid answers for the price as far as it goes; the rest is asked, and what is beyond is owed back. */
async function settleBooking(
  work: CommandContext,
  { payments }: RegistrationDependencies,
  { offer, dates }: { offer: StoredOffer; dates: RegisteredDates },
  { booking, seats, total, known }: BookingToSettle,
): Promise<void> {
  const started = known.filter(
    ({ state, received, returned }) => received > returned || (state !== 'cancelled' && received > 0),
  );
  const { shares, missing } = sharesOf(total, started);
  const lines = seats.map(({ name, priceLabel, priceCents }) => ({
    label: [dates.title, name, priceLabel].filter(Boolean).join(', '),
    quantity: 1,
    unitPrice: priceCents,
  }));
  for (const [at, { id, amount, received, returned }] of started.entries()) {
    const share = shares[at] ?? 0;
    // Given back whole: it tells what was, and asks nothing.
    if (received === returned && share === 0) continue;
    await adjustCharge(work, id, {
      amount: share,
      why: share < amount ? 'Désistement' : 'Place reprise',
      ...(share === total ? { lines } : {}),
    });
  }
  if (missing > 0)
    await openCharge(work, payments, {
      subject: { module: chargeModule, id: booking.id },
      label: `${dates.title}, ${whenOf(work, dates)}`,
      lines: missing === total ? lines : [{ label: `Complément : ${dates.title}`, quantity: 1, unitPrice: missing }],
      payer: { name: booking.name, email: booking.email, personId: booking.personId },
      ways: offer.paymentWays,
      backPath: eventPath(dates.slug),
    });
}

async function owedBack(work: CommandContext, bookingIds: readonly string[]): Promise<OwedBack> {
  const charges = await chargesOf(work.db, chargeModule, bookingIds);
  const sums = [...charges].map(([id, views]) => [id, views.reduce((sum, { toReturn }) => sum + toReturn, 0)] as const);
  return new Map(sums.filter(([, sum]) => sum > 0));
}

/**
 * Someone else has the booking now: the page where its former holder would pay closes, and `settleCharges` opens another
 * to whoever has it. What was paid stays with who paid it.
 */
export async function leaveCharge(work: CommandContext, bookingId: string): Promise<void> {
  await cancelCharge(work, { module: chargeModule, id: bookingId }, 'Place transmise', { unpaidOnly: true });
}

function whenOf(work: CommandContext, dates: RegisteredDates): string {
  const [first] = dates.dates;
  const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
  return first ? whenInWords(first, { today, zone: work.zone }) : '';
}

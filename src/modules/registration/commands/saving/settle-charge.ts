import { and, asc, eq, inArray } from 'drizzle-orm';
import { cancelCharge, chargesOf, openCharge } from '#modules/payments/index.ts';
import { eventPath, whenInWords } from '#modules/agenda/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import type { RegisteredDates } from '../../queries/registered-date.ts';
import type { StoredOffer } from '../../queries/stored-offer.ts';
import { chargeModule } from '../../domain/charge-module.ts';
import { registrationBookings, registrations } from '../../tables.ts';

/**
 * Makes what is owed for each of these bookings the sum of its confirmed seats. Nothing received is given back by
 * itself: the team sees it among the payments.
 */
export async function settleCharges(
  work: CommandContext,
  { payments }: RegistrationDependencies,
  { offer, dates }: { offer: StoredOffer; dates: RegisteredDates },
  bookingIds: readonly string[],
): Promise<void> {
  if (bookingIds.length === 0) return;
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
    const started = (charges.get(id) ?? []).filter(({ state, received }) => state !== 'cancelled' && received > 0);
    // What was paid, and what is left of a charge paid in part: that one goes on asking for it.
    const covered = started.reduce((sum, { received, returned, left }) => sum + received - returned + left, 0);
    const subject = { module: chargeModule, id };
    if (total !== booking.totalCents)
      await work.db.update(registrationBookings).set({ totalCents: total }).where(eq(registrationBookings.id, id));
    if (total > covered)
      await openCharge(work, payments, {
        subject,
        label: `${dates.title}, ${whenOf(work, dates)}`,
        lines:
          covered === 0
            ? seats.map(({ name, priceLabel, priceCents }) => ({
                label: [dates.title, name, priceLabel].filter(Boolean).join(', '),
                quantity: 1,
                unitPrice: priceCents,
              }))
            : [{ label: `Complément : ${dates.title}`, quantity: 1, unitPrice: total - covered }],
        payer: { name: booking.name, email: booking.email, personId: booking.personId },
        ways: offer.paymentWays,
        backPath: eventPath(dates.slug),
      });
    else if (total === 0) await cancelCharge(work, subject, 'Inscription annulée');
  }
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

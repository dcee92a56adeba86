import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { endRides } from '../day/commands/end-rides.ts';
import { answerText } from '../domain/answers.ts';
import { isSomeoneElse } from '../domain/same-person.ts';
import { hasRoomFor } from './saving/has-room-for.ts';
import { isSeated } from '../domain/registration-states.ts';
import { seatsChanged } from '../facts.ts';
import { linkHash } from '../links.ts';
import { mayKeepRegistrations } from '../policy.ts';
import type { RegistrationDependencies } from '../ports.ts';
import { registrationBookings, registrations } from '../tables.ts';
import { typedPerson } from './booking-fields.ts';
import { checkedPeople } from './saving/checked-people.ts';
import { heldByIds } from './saving/held-registrations.ts';
import { leaveCharge, settleCharges } from './saving/settle-charge.ts';
import { settlePool } from './saving/settle-pool.ts';

/**
 * The team corrects what is kept of someone registered, or writes someone else in her place. A new mail gets a new
 * private link; the old one dies.
 */
export const editRegistration = (deps: RegistrationDependencies) =>
  command({
    name: 'registration.edit',
    input: z.object({
      eventId: z.uuid(),
      id: z.uuid(),
      version: z.coerce.number().int().positive(),
      person: typedPerson,
      note: z.string().trim().max(280, 'Cette note tient en 280 caractères.').default(''),
    }),
    allow: mayKeepRegistrations,
    async run(work, { eventId, id, version, person, note }) {
      const [held] = await heldByIds(work, eventId, [id]);
      const row = held?.rows[0];
      if (!held || !row || row.forgottenAt) return refuse('not_found');
      if (row.version !== version) return refuse('edited_meanwhile');
      const { pool } = held;
      const checked = await checkedPeople(
        work,
        pool.offer,
        { people: [person], promoCode: '' },
        { isRelaxed: true, eventId },
      );
      const [now] = checked.people;
      const errors = Object.entries(checked.errors).map(([path, text]) => [path.replace('people.0.', ''), text]);
      if (!now || errors.length > 0) return refuse('unclear_fields', { fields: Object.fromEntries(errors) });
      if (isSeated(row.state) && !(await hasRoomFor(work, pool, row, now))) {
        const field = now.seatKind === row.seatKind ? 'workshops' : 'seatKind';
        return refuse('no_seat_left', { fields: { [field]: 'Il n’y a plus de place ici.' } });
      }
      const isOtherMail = now.email !== row.email;
      const turn = row.linkTurn + (isOtherMail ? 1 : 0);
      // The price paid with a code stays what it was, unless another price is chosen.
      const price =
        now.priceKey === row.priceKey
          ? {}
          : { priceKey: now.priceKey, priceLabel: now.priceLabel, priceCents: now.priceCents };
      const { priceKey: _k, priceLabel: _l, priceCents: _c, isNewcomer: _n, ...said } = now;
      await work.db
        .update(registrations)
        .set({
          ...said,
          ...price,
          stateNote: note,
          linkTurn: turn,
          linkHash: linkHash(deps.links.secretOf('registration', work.hubId, id, turn)),
          version: row.version + 1,
          updatedAt: work.now(),
        })
        .where(eq(registrations.id, id));
      const isOtherRide = answerText(now.answers['ride']) !== answerText(row.answers['ride']);
      if (isOtherRide || isSomeoneElse(row, now)) await endRides(work, deps, held, row);
      await followInBooking(work, deps, row, now);
      await settlePool(work, deps, pool);
      await settleCharges(work, deps, pool, [row.bookingId]);
      work.publish(seatsChanged(eventId));
      work.record({
        subjectKind: 'event',
        subjectId: eventId,
        summary: `« ${pool.dates.title} » : une inscription corrigée par l’équipe`,
        details: { id },
      });
      return accept({ version: row.version + 1 });
    },
  });

/** Who registered herself is corrected in what she booked too. */
async function followInBooking(
  work: Parameters<ReturnType<typeof editRegistration>['run']>[0],
  deps: RegistrationDependencies,
  before: { bookingId: string; name: string; email: string | null },
  after: { name: string; email: string | null; phone: string },
): Promise<void> {
  const [booking] = await work.db
    .select()
    .from(registrationBookings)
    .where(eq(registrationBookings.id, before.bookingId));
  if (!booking || booking.name !== before.name || booking.email !== before.email) return;
  const turn = booking.linkTurn + (booking.email === after.email ? 0 : 1);
  await work.db
    .update(registrationBookings)
    .set({
      name: after.name,
      email: after.email,
      phone: after.phone,
      linkTurn: turn,
      linkHash: linkHash(deps.links.secretOf('booking', work.hubId, booking.id, turn)),
    })
    .where(eq(registrationBookings.id, booking.id));
  if (booking.email !== after.email) await leaveCharge(work, booking.id);
}

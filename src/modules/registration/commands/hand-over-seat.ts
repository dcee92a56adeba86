import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { foldForSearch } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { confirmationMail } from '../emails/confirmation-mail.ts';
import { endRides } from '../day/commands/end-rides.ts';
import { mayStillCancel } from '../domain/offer-times.ts';
import { isLiving } from '../domain/registration-states.ts';
import { seatsInWords } from '../domain/workshops.ts';
import { linkHash } from '../links.ts';
import type { RegistrationDependencies } from '../ports.ts';
import { registrationBookings, registrations } from '../tables.ts';
import { mailOrNull, personName } from './booking-fields.ts';
import { heldBySecret } from './saving/held-registrations.ts';
import { letterheadOf, mayWriteTo, ownHref } from './saving/letters.ts';
import { leaveCharge, settleCharges } from './saving/settle-charge.ts';

// A seat that changes hands writes to an address anyone may type: this many times, no more.
const mostHands = 5;

/** Gives one’s seat to someone else, who gets a link of her own; the former link opens it no more. */
export const handOverSeat = (deps: RegistrationDependencies) =>
  command({
    name: 'registration.hand-over',
    input: z.object({ secret: z.string().max(100), id: z.uuid(), name: personName, email: mailOrNull }),
    allow: () => true,
    async run(work, { secret, id, name, email }) {
      const held = await heldBySecret(work, secret);
      const row = held?.rows.find((one) => one.id === id);
      if (!held || !row) return refuse('not_found');
      const { pool, booking } = held;
      if (row.state !== 'confirmed') return refuse('no_seat_to_give');
      if (row.linkTurn > mostHands) return refuse('handed_too_often');
      if (!mayStillCancel(pool.offer, pool.dates, work.now())) return refuse('too_late');
      if (!email)
        return refuse('unclear_fields', { fields: { email: 'Laissez l’adresse e-mail de la personne qui viendra.' } });
      const turn = row.linkTurn + 1;
      const [changed] = await work.db
        .update(registrations)
        .set({
          name,
          nameKey: foldForSearch(name),
          email,
          phone: '',
          personId: null,
          municipality: '',
          municipalityInsee: null,
          // What she answered is hers: the next one answers for herself.
          answers: {},
          isNewcomer: false,
          linkTurn: turn,
          linkHash: linkHash(deps.links.secretOf('registration', work.hubId, id, turn)),
          version: row.version + 1,
          updatedAt: work.now(),
        })
        .where(eq(registrations.id, id))
        .returning();
      if (!changed) return refuse('not_found');
      await endRides(work, deps, held, row);
      // Who came alone keeps nothing of what she gave.
      const isAlone = held.isBooker && held.rows.filter(({ state }) => isLiving(state)).length === 1;
      let link: Parameters<typeof ownHref>[3] = { registration: changed };
      if (isAlone) {
        const next = booking.linkTurn + 1;
        const [booked] = await work.db
          .update(registrationBookings)
          .set({
            name,
            email,
            phone: '',
            personId: null,
            linkTurn: next,
            linkHash: linkHash(deps.links.secretOf('booking', work.hubId, booking.id, next)),
          })
          .where(eq(registrationBookings.id, booking.id))
          .returning();
        if (booked) link = { booking: booked };
        await leaveCharge(work, booking.id);
        await settleCharges(work, deps, pool, [booking.id]);
      }
      if (await mayWriteTo(work, email)) {
        const event = await letterheadOf(work, deps, pool);
        const href = ownHref(work, deps, event.origin, link);
        const seats = [
          {
            name,
            state: 'confirmed' as const,
            facts: [seatsInWords(pool.offer.seatKinds, changed), changed.priceLabel].filter(Boolean).join(', '),
          },
        ];
        await sendMail(work, confirmationMail({ event, to: email, name, seats, href, by: row.name, payment: null }));
      }
      work.record({
        subjectKind: 'registration',
        subjectId: booking.id,
        summary: `« ${pool.dates.title} » : une place transmise à quelqu’un d’autre`,
      });
      return accept({ isAlone });
    },
  });

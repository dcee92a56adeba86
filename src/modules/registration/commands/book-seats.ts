import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { openingAt } from '../domain/offer-times.ts';
import type { RegistrationDependencies } from '../ports.ts';
import { registeredDates } from '../queries/registered-date.ts';
import { offerOf } from '../queries/stored-offer.ts';
import { bookingFields, mailOrNull, personName, phoneLine } from './booking-fields.ts';
import { addBooking, tellBooked } from './saving/add-booking.ts';
import { checkedPeople } from './saving/checked-people.ts';
import { letterheadOf } from './saving/letters.ts';
import { holdEvent, lockPool, type PoolLock } from './saving/lock-pool.ts';
import { z } from 'zod';

const input = bookingFields.extend({
  /** Who registers the others without coming; null: the first of the people. */
  booker: z.object({ name: personName, email: mailOrNull, phone: phoneLine }).nullable().default(null),
});

/** Registers oneself, or several people at once, to a public event. Anyone may, without account. */
export const bookSeats = (deps: RegistrationDependencies, lock: PoolLock = lockPool) =>
  command({
    name: 'registration.book',
    input,
    allow: () => true,
    async run(work, { eventId, occurrenceId, booker, ...typed }) {
      const offer = await offerOf(work.db, eventId);
      if (!offer) return refuse('not_found');
      await holdEvent(work, eventId);
      const dates = await registeredDates(work.db, {
        eventId,
        occurrenceId: offer.scope === 'whole' ? null : occurrenceId,
      });
      if (!dates?.isPublic || (offer.scope === 'each' && occurrenceId === null)) return refuse('not_found');
      const opening = openingAt(offer, dates, work.now());
      if (opening !== 'open') return refuse(`registrations_${opening}` as const);
      if (typed.people.length > offer.mostPeople)
        return refuse('too_many', {
          fields: { people: `Au plus ${plural(offer.mostPeople, 'personne')} par inscription.` },
        });
      const { people, promo, errors } = await checkedPeople(work, offer, typed, { isRelaxed: false, eventId });
      const [first] = people;
      const who = booker ?? first;
      if (!first || !who) return refuse('not_found');
      const missing = who.email
        ? {}
        : { [booker ? 'booker.email' : 'people.0.email']: 'Laissez une adresse e-mail : la confirmation y arrive.' };
      const wrong = { ...errors, ...missing };
      if (Object.keys(wrong).length > 0) return refuse('unclear_fields', { fields: wrong });
      const event = await letterheadOf(work, deps, { offer, dates });
      const booked = await addBooking(
        work,
        deps,
        {
          offer,
          dates,
          people,
          booker: { name: who.name, email: who.email, phone: who.phone, personId: work.actor?.personId ?? null },
          channel: 'site',
          promoCode: promo?.code ?? '',
          paymentWay: typed.paymentWay && offer.paymentWays.includes(typed.paymentWay) ? typed.paymentWay : null,
        },
        lock,
      );
      const waiting = booked.rows.filter(({ state }) => state === 'waiting').length;
      if (waiting > 0 && !offer.hasWaitingList) return refuse('full');
      await tellBooked(work, deps, event, { ...booked, offer, dates });
      work.record({
        subjectKind: 'registration',
        subjectId: booked.booking.id,
        summary: `« ${dates.title} » : ${plural(people.length, 'personne inscrite', 'personnes inscrites')} par le site${waiting > 0 ? `, dont ${waiting} sur liste d’attente` : ''}`,
      });
      return accept({ bookingId: booked.booking.id, waiting });
    },
  });

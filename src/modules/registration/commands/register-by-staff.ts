import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepRegistrations } from '../policy.ts';
import type { RegistrationDependencies } from '../ports.ts';
import { registeredDates } from '../queries/registered-date.ts';
import { offerOf } from '../queries/stored-offer.ts';
import { bookingFields } from './booking-fields.ts';
import { addBooking, tellBooked } from './saving/add-booking.ts';
import { checkedPeople } from './saving/checked-people.ts';
import { letterheadOf } from './saving/letters.ts';
import { holdEvent } from './saving/lock-pool.ts';

/**
 * The team registers someone who phoned or came, with or without a mail, whether or not registrations are open. Seats
 * are counted all the same: past the last one, she waits like the others.
 */
export const registerByStaff = (deps: RegistrationDependencies) =>
  command({
    name: 'registration.register-by-staff',
    input: bookingFields,
    allow: mayKeepRegistrations,
    async run(work, { eventId, occurrenceId, ...typed }) {
      const offer = await offerOf(work.db, eventId);
      if (!offer) return refuse('not_found');
      await holdEvent(work, eventId);
      const dates = await registeredDates(work.db, {
        eventId,
        occurrenceId: offer.scope === 'whole' ? null : occurrenceId,
      });
      if (!dates || (offer.scope === 'each' && occurrenceId === null)) return refuse('not_found');
      if (dates.isCancelled) return refuse('registrations_cancelled');
      const { people, promo, errors } = await checkedPeople(work, offer, typed, { isRelaxed: true, eventId });
      const [first] = people;
      if (!first) return refuse('not_found');
      if (Object.keys(errors).length > 0) return refuse('unclear_fields', { fields: errors });
      const event = await letterheadOf(work, deps, { offer, dates });
      const booked = await addBooking(work, deps, {
        offer,
        dates,
        people,
        booker: { name: first.name, email: first.email, phone: first.phone, personId: null },
        channel: 'staff',
        promoCode: promo?.code ?? '',
        paymentWay: typed.paymentWay === 'online' ? null : typed.paymentWay,
      });
      await tellBooked(work, deps, event, { ...booked, offer, dates });
      work.record({
        subjectKind: 'registration',
        subjectId: booked.booking.id,
        summary: `« ${dates.title} » : ${plural(people.length, 'personne inscrite', 'personnes inscrites')} par l’équipe`,
      });
      return accept({
        bookingId: booked.booking.id,
        ids: booked.rows.map(({ id }) => id),
        waiting: booked.rows.filter(({ state }) => state === 'waiting').length,
      });
    },
  });

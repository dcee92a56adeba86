import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { personName } from '../../commands/booking-fields.ts';
import { addBooking } from '../../commands/saving/add-booking.ts';
import { checkedPeople } from '../../commands/saving/checked-people.ts';
import { holdEvent } from '../../commands/saving/lock-pool.ts';
import { partsOf } from '../../domain/workshops.ts';
import { mayKeepRegistrations } from '../../policy.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import { registeredDates } from '../../queries/registered-date.ts';
import { registrations } from '../../tables.ts';
import { readDoor } from '../queries/door.ts';
import { registrationMarks } from '../tables.ts';

/**
 * Someone came without having registered: registered and present in one act, nobody is written to. When every seat is
 * taken the team decides, and the trail says so.
 */
export const addWalkIn = (deps: RegistrationDependencies) =>
  command({
    name: 'registration.add-walk-in',
    input: z.object({
      eventId: z.uuid(),
      occurrenceId: z.uuid(),
      name: personName,
      organization: z.string().trim().max(160, 'Ce nom tient en 160 caractères.').default(''),
      municipality: z.string().trim().max(120, 'Ce nom tient en 120 caractères.').default(''),
      at: z.iso.datetime({ offset: true }).nullable().default(null),
      /** She is let in although every seat is taken. */
      isOver: z.boolean().default(false),
    }),
    allow: mayKeepRegistrations,
    async run(work, { eventId, occurrenceId, at, isOver, ...person }) {
      const door = await readDoor(work, { eventId, occurrenceId });
      if (!door) return refuse('not_found');
      const { offer } = door;
      await holdEvent(work, eventId);
      const dates = await registeredDates(work.db, {
        eventId,
        occurrenceId: offer.scope === 'whole' ? null : occurrenceId,
      });
      if (!dates) return refuse('not_found');
      const typed = {
        ...person,
        email: null,
        phone: '',
        seatKind: partsOf(offer.seatKinds)[0]?.key ?? '',
        workshops: [],
        priceKey: '',
        isMember: false,
        answers: {},
      };
      const checked = await checkedPeople(
        work,
        offer,
        { people: [typed], promoCode: '' },
        { isRelaxed: true, eventId },
      );
      const booked = await addBooking(work, deps, {
        offer,
        dates,
        people: checked.people,
        booker: { name: person.name, email: null, phone: '', personId: null },
        channel: 'staff',
        promoCode: '',
        paymentWay: 'on_site',
      });
      const [row] = booked.rows;
      if (!row) return refuse('not_found');
      if (row.state !== 'confirmed') {
        if (!isOver) return refuse('no_seat_left');
        await work.db
          .update(registrations)
          .set({ state: 'confirmed', stateReason: 'out_of_turn', stateNote: 'Venu·e sur place, salle pleine' })
          .where(eq(registrations.id, row.id));
      }
      const now = work.now();
      const told = at === null ? now : Temporal.Instant.from(at);
      const moment = Temporal.Instant.compare(told, now) > 0 ? now : told;
      const by = { notedById: work.actor?.personId ?? null, notedBy: work.actor?.name ?? '' };
      await work.db.insert(registrationMarks).values({
        id: work.newId(),
        registrationId: row.id,
        occurrenceId,
        mark: 'present',
        markedAt: moment,
        notedAt: now,
        ...by,
      });
      await work.db
        .update(registrations)
        .set({ attendance: 'present', attendanceAt: moment, attendanceById: by.notedById, attendanceBy: by.notedBy })
        .where(eq(registrations.id, row.id));
      work.record({
        subjectKind: 'registration',
        subjectId: row.id,
        summary: `« ${dates.title} » : une personne venue sans inscription${row.state === 'confirmed' ? '' : ', salle pleine'}`,
      });
      return accept({ id: row.id });
    },
  });

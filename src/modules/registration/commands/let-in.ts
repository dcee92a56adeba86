import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { addSeats, fits, roomLeft, roomOf, seatsOfPeople } from '../domain/seats.ts';
import { registrationConfirmed, seatsChanged } from '../facts.ts';
import { mayKeepRegistrations } from '../policy.ts';
import type { RegistrationDependencies } from '../ports.ts';
import { takenSeats } from '../queries/pool-seats.ts';
import { registrations } from '../tables.ts';
import { seatGivenMail } from '../emails/seat-mails.ts';
import { registrationIds } from './cancel-registrations.ts';
import { heldByIds } from './saving/held-registrations.ts';
import { tellEach } from './saving/letters.ts';
import type { RegistrationRow } from '../tables.ts';
import { settleCharges } from './saving/settle-charge.ts';

/**
 * Gives free seats to people chosen by the team, out of turn: the reason is kept in the trail. Never more than there are
 * seats; a seat already offered to one of them is hers.
 */
export const letIn = (deps: RegistrationDependencies) =>
  command({
    name: 'registration.let-in',
    input: z.object({
      eventId: z.uuid(),
      ids: registrationIds,
      reason: z
        .string()
        .trim()
        .min(3, 'Dites pourquoi : le journal le gardera.')
        .max(280, 'La raison tient en 280 caractères.'),
    }),
    allow: mayKeepRegistrations,
    async run(work, { eventId, ids, reason }) {
      let count = 0;
      for (const { pool, rows } of await heldByIds(work, eventId, ids)) {
        const { taken } = await takenSeats(work.db, pool.id);
        const chosen: RegistrationRow[] = rows.filter(({ state }) => state === 'offered');
        let held = taken;
        for (const row of rows.filter(({ state }) => state === 'waiting')) {
          const seat = seatsOfPeople([row]);
          if (!fits(roomLeft(roomOf(pool.offer), held), seat)) return refuse('no_seat_left');
          held = addSeats(held, seat);
          chosen.push(row);
        }
        if (chosen.length === 0) continue;
        const seatedIds = chosen.map(({ id }) => id);
        await work.db
          .update(registrations)
          .set({
            state: 'confirmed',
            stateReason: 'out_of_turn',
            stateNote: reason,
            offeredUntil: null,
            stateAt: work.now(),
            updatedAt: work.now(),
          })
          .where(inArray(registrations.id, seatedIds));
        await settleCharges(work, deps, pool, [...new Set(chosen.map(({ bookingId }) => bookingId))]);
        await tellEach(work, deps, pool, chosen, (told) => seatGivenMail(told));
        work.publish(registrationConfirmed(eventId, seatedIds));
        work.publish(seatsChanged(eventId));
        count += chosen.length;
      }
      if (count === 0) return refuse('nothing_to_let_in');
      work.record({
        subjectKind: 'event',
        subjectId: eventId,
        summary: `${plural(count, 'place donnée', 'places données')} hors du tour : ${reason}`,
        details: { ids },
      });
      return accept({ count });
    },
  });

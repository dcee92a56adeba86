import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { occurrencesOf } from '#modules/agenda/index.ts';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { isLiving, livingStates } from '../domain/registration-states.ts';
import { seatsInWords } from '../domain/workshops.ts';
import { seatsChanged } from '../facts.ts';
import { confirmationMail } from '../emails/confirmation-mail.ts';
import { mayKeepRegistrations } from '../policy.ts';
import type { RegistrationDependencies } from '../ports.ts';
import { registrationBookings, registrationPools, registrations } from '../tables.ts';
import { holdPool } from './saving/held-registrations.ts';
import { tellEach } from './saving/letters.ts';
import { holdEvent, lockPool, poolOf } from './saving/lock-pool.ts';
import { settleCharges } from './saving/settle-charge.ts';
import { settlePool } from './saving/settle-pool.ts';

/**
 * Moves someone, and those she registered with, to another date of the same event. They take their place there as
 * newcomers to that queue: a seat if there is one, else the end of the line.
 */
export const moveRegistration = (deps: RegistrationDependencies) =>
  command({
    name: 'registration.move',
    input: z.object({ eventId: z.uuid(), id: z.uuid(), occurrenceId: z.uuid('Choisissez une date.') }),
    allow: mayKeepRegistrations,
    async run(work, { eventId, id, occurrenceId }) {
      await holdEvent(work, eventId);
      const [known] = await work.db
        .select({ row: registrations, pool: registrationPools })
        .from(registrations)
        .innerJoin(
          registrationPools,
          and(eq(registrationPools.hubId, registrations.hubId), eq(registrationPools.id, registrations.poolId)),
        )
        .where(and(eq(registrations.id, id), eq(registrationPools.eventId, eventId)));
      if (!known || !isLiving(known.row.state)) return refuse('not_found');
      if (known.pool.occurrenceId === null || known.pool.occurrenceId === occurrenceId) return refuse('same_date');
      const [date] = await occurrencesOf(work.db, { occurrenceIds: [occurrenceId] });
      if (date?.eventId !== eventId || date.isLeftover) return refuse('not_found');
      const toId = await poolOf(work, { eventId, occurrenceId });
      // Always in the same order, so that two opposite moves wait for each other.
      for (const poolId of [known.pool.id, toId].sort()) await lockPool(work, poolId);
      const [from, to] = [await holdPool(work, known.pool.id), await holdPool(work, toId)];
      const target = to && (await lockPool(work, toId));
      if (!from || !to || !target) return refuse('not_found');
      if (to.dates.isCancelled) return refuse('registrations_cancelled');
      const group = await work.db
        .select()
        .from(registrations)
        .where(and(eq(registrations.bookingId, known.row.bookingId), inArray(registrations.state, [...livingStates])))
        .orderBy(registrations.position);
      const now = work.now();
      for (const [index, row] of group.entries())
        await work.db
          .update(registrations)
          .set({
            poolId: toId,
            arrival: target.lastArrival + index + 1,
            state: 'waiting',
            offeredUntil: null,
            stateAt: now,
            version: row.version + 1,
            updatedAt: now,
          })
          .where(eq(registrations.id, row.id));
      await work.db
        .update(registrationPools)
        .set({ lastArrival: target.lastArrival + group.length })
        .where(eq(registrationPools.id, toId));
      await work.db
        .update(registrationBookings)
        .set({ poolId: toId })
        .where(eq(registrationBookings.id, known.row.bookingId));
      await settlePool(work, deps, to, new Set(group.map((row) => row.id)));
      await settlePool(work, deps, from);
      await settleCharges(work, deps, to, [known.row.bookingId]);
      const moved = await work.db
        .select()
        .from(registrations)
        .where(
          inArray(
            registrations.id,
            group.map((row) => row.id),
          ),
        );
      await tellEach(work, deps, to, moved, (told, _whose, rows) =>
        confirmationMail({
          ...told,
          seats: rows.map((row) => ({
            name: row.name,
            state: row.state,
            facts: [seatsInWords(to.offer.seatKinds, row), row.priceLabel].filter(Boolean).join(', '),
          })),
          by: 'L’équipe',
          payment: null,
        }),
      );
      work.publish(seatsChanged(eventId));
      work.record({
        subjectKind: 'event',
        subjectId: eventId,
        summary: `« ${to.dates.title} » : une inscription passée à une autre date`,
        details: { id, occurrenceId },
      });
      return accept({ waiting: moved.filter(({ state }) => state === 'waiting').length });
    },
  });

import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayStillCancel } from '../domain/offer-times.ts';
import { isLiving, isSeated } from '../domain/registration-states.ts';
import { chooseWorkshops } from '../domain/workshops.ts';
import { seatsChanged } from '../facts.ts';
import type { RegistrationDependencies } from '../ports.ts';
import { registrations } from '../tables.ts';
import { hasRoomFor } from './saving/has-room-for.ts';
import { heldBySecret } from './saving/held-registrations.ts';
import { settlePool } from './saving/settle-pool.ts';

/**
 * Takes other workshops of the day, by a private link. Whoever has a seat keeps it: only workshops with room are given.
 * Whoever waits may ask for others, and gets in at once when these are free and her turn has come.
 */
export const changeOwnWorkshops = (deps: RegistrationDependencies) =>
  command({
    name: 'registration.change-own-workshops',
    input: z.object({
      secret: z.string().max(100),
      id: z.uuid(),
      workshops: z.array(z.string().max(40)).max(24).default([]),
    }),
    allow: () => true,
    async run(work, { secret, id, workshops }) {
      const held = await heldBySecret(work, secret);
      const row = held?.rows.find((one) => one.id === id);
      if (!held || !row) return refuse('not_found');
      const { pool } = held;
      if (!isLiving(row.state)) return refuse('nothing_to_change');
      if (!mayStillCancel(pool.offer, pool.dates, work.now())) return refuse('too_late');
      const chosen = chooseWorkshops(pool.offer.seatKinds, workshops);
      if (!chosen.ok) return refuse('unclear_fields', { fields: { workshops: chosen.message } });
      const wanted = { seatKind: row.seatKind, workshops: chosen.keys };
      if (isSeated(row.state) && !(await hasRoomFor(work, pool, row, wanted)))
        return refuse('no_seat_left', { fields: { workshops: 'Un atelier choisi est complet : gardez le vôtre.' } });
      await work.db
        .update(registrations)
        .set({ workshops: [...chosen.keys], version: row.version + 1, updatedAt: work.now() })
        .where(eq(registrations.id, id));
      await settlePool(work, deps, pool, row.state === 'waiting' ? new Set([id]) : new Set());
      work.publish(seatsChanged(pool.offer.eventId));
      work.record({
        subjectKind: 'registration',
        subjectId: held.booking.id,
        summary: `« ${pool.dates.title} » : ateliers changés par la personne inscrite`,
      });
      return accept(null);
    },
  });

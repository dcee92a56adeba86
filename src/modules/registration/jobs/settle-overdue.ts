import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { execute } from '#platform/command/execute.ts';
import { job } from '#platform/jobs/job.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { seatsChanged } from '../facts.ts';
import type { RegistrationDependencies } from '../ports.ts';
import { holdPool } from '../commands/saving/held-registrations.ts';
import { settlePool } from '../commands/saving/settle-pool.ts';

/** Takes back, in one queue, seats that nobody answered for or paid, and offers them to the next ones. */
export const settleOverdue = (deps: RegistrationDependencies) =>
  command({
    name: 'registration.settle-overdue',
    input: z.object({ poolId: z.uuid() }),
    allow: (actor) => actor === null,
    async run(work, { poolId }) {
      const pool = await holdPool(work, poolId);
      if (!pool) return refuse('not_found');
      await settlePool(work, deps, pool);
      work.publish(seatsChanged(pool.offer.eventId));
      work.record({
        subjectKind: 'event',
        subjectId: pool.offer.eventId,
        summary: `« ${pool.dates.title} » : places sans réponse proposées à la suite de la liste`,
      });
      return accept(null);
    },
  });

/** Every five minutes: queues where something ran out. One that the program slept through is settled once. */
export const settleOverdueQueues = (deps: RegistrationDependencies) =>
  job({
    name: 'registration.settle-overdue',
    lane: 'quick',
    payload: z.object({}),
    retries: 2,
    async run(ctx) {
      const now = ctx.clock.now().toString();
      const { rows } = await ctx.db.execute<{ pool_id: string }>(sql`
        select pool_id from registrations where offered_until <= ${now}::timestamptz
        union select pool_id from registration_bookings where held_until <= ${now}::timestamptz order by pool_id`);
      for (const { pool_id: poolId } of rows) await execute({ ...ctx, actor: null }, settleOverdue(deps), { poolId });
    },
  });

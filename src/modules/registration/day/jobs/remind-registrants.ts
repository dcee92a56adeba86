import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { execute } from '#platform/command/execute.ts';
import { job } from '#platform/jobs/job.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import { remind } from '../commands/remind.ts';

/** Every quarter of an hour: queues whose next date is near enough for one of their reminders. */
export const remindRegistrants = (deps: RegistrationDependencies) =>
  job({
    name: 'registration.remind',
    lane: 'quick',
    payload: z.object({}),
    retries: 2,
    async run(ctx) {
      const now = ctx.clock.now().toString();
      const { rows } = await ctx.db.execute<{ id: string }>(sql`
        select p.id from registration_pools p
          join registration_offers f on f.hub_id = p.hub_id and f.event_id = p.event_id
          join lateral (select min(o.starts_at) as starts_at from agenda_occurrences o
            where o.hub_id = p.hub_id and o.event_id = p.event_id and not o.is_cancelled and not o.is_leftover
              and (p.occurrence_id is null or o.id = p.occurrence_id)) d on true
        where cardinality(f.reminder_hours) > 0 and d.starts_at > ${now}::timestamptz
          and d.starts_at <= ${now}::timestamptz + (select max(h) from unnest(f.reminder_hours) h) * interval '1 hour'
        order by p.id`);
      for (const { id: poolId } of rows) await execute({ ...ctx, actor: null }, remind(deps), { poolId });
    },
  });

import { z } from 'zod';
import { execute } from '#platform/command/execute.ts';
import { job } from '#platform/jobs/job.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { writeFurtherDates } from '../commands/write-further-dates.ts';

/** Each night: series without an end get the dates that came within two years. */
export const writeFurtherDatesJob = job({
  name: 'agenda.write-further-dates',
  lane: 'long',
  retries: 3,
  payload: z.object({}),
  async run(ctx) {
    for (;;) {
      ctx.signal.throwIfAborted();
      const outcome = await execute(ctx, writeFurtherDates, {});
      if (!outcome.ok && outcome.reason === 'nothing_due') return;
      if (!unwrap(outcome).isMore) return;
    }
  },
});

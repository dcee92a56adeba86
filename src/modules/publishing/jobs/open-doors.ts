import { z } from 'zod';
import { execute } from '#platform/command/execute.ts';
import { job } from '#platform/jobs/job.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openDoors } from '../commands/open-doors.ts';
import { hasOpenedDoors } from '../queries/has-opened-doors.ts';

/** Gives their doors to hubs that were open before there were any. */
export const openDoorsJob = job({
  name: 'publishing.open-doors',
  lane: 'quick',
  retries: 3,
  payload: z.object({}),
  async run(ctx) {
    if (await hasOpenedDoors(ctx.db)) return;
    const outcome = await execute(ctx, openDoors, {});
    if (!outcome.ok && outcome.reason !== 'doors_already_open') unwrap(outcome);
  },
});

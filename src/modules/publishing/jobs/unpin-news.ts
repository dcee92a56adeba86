import { z } from 'zod';
import { execute } from '#platform/command/execute.ts';
import { job } from '#platform/jobs/job.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { unpinNews } from '../commands/unpin-news.ts';

/** Every hour, so that it is soon after midnight in the zone of each hub. */
export const unpinNewsJob = job({
  name: 'publishing.unpin-news',
  lane: 'quick',
  retries: 2,
  payload: z.object({}),
  async run(ctx) {
    const outcome = await execute(ctx, unpinNews, {});
    if (!outcome.ok && outcome.reason !== 'nothing_due') unwrap(outcome);
  },
});

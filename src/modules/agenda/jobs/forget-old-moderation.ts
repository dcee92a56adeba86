import { z } from 'zod';
import { execute } from '#platform/command/execute.ts';
import { job } from '#platform/jobs/job.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { forgetOldModeration } from '../commands/moderation/forget-old.ts';

/** Each night: forgets who proposed events long past, and who answered polls long over. */
export const forgetOldModerationJob = job({
  name: 'agenda.forget-old-moderation',
  lane: 'quick',
  payload: z.object({}),
  retries: 2,
  async run(ctx) {
    const outcome = await execute({ ...ctx, actor: null }, forgetOldModeration, {});
    if (!outcome.ok && outcome.reason !== 'nothing_to_tell') unwrap(outcome);
  },
});

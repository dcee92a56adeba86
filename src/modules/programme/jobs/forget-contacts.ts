import { z } from 'zod';
import { execute } from '#platform/command/execute.ts';
import { job } from '#platform/jobs/job.ts';
import { forgetContacts } from '../commands/forget-contacts.ts';

/** Every night: who helped at a day of a year ago is forgotten. */
export const forgetProgrammeContacts = job({
  name: 'programme.forget-contacts',
  lane: 'quick',
  retries: 2,
  payload: z.object({}),
  async run(ctx) {
    await execute({ ...ctx, actor: null }, forgetContacts, {});
  },
});

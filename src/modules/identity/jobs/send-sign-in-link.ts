import { z } from 'zod';
import { execute } from '#platform/command/execute.ts';
import { job } from '#platform/jobs/job.ts';
import { issueSignInLink } from '../commands/issue-sign-in-link.ts';

/** Mails the link that was asked for, when an account has the address. */
export const sendSignInLink = job({
  name: 'identity.send-sign-in-link',
  lane: 'quick',
  payload: z.object({ linkId: z.uuid(), origin: z.string(), hubName: z.string() }),
  retries: 3,
  async run(ctx, payload) {
    await execute(ctx, issueSignInLink, payload);
  },
});

import { z } from 'zod';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { job } from '#platform/jobs/job.ts';
import { askConfirmation } from '../commands/moderation/ask-confirmation.ts';
import { directoryRules } from '../queries/moderation/directory-rules.ts';
import { dueConfirmations } from '../queries/moderation/due-confirmations.ts';

/** How the hub presents itself in its mails. */
export interface HubAddress {
  origin: string;
  name: string;
}

/** A hub's mail server is no mass mailer: a large directory is asked over some weeks. */
const mostADay = 100;

/** Each day, asks the structures whose turn has come whether their sheet is still right. */
export function askConfirmationsJob(addressOf: (ctx: Context) => Promise<HubAddress | null>) {
  return job({
    name: 'directory.ask-confirmations',
    lane: 'long',
    retries: 3,
    payload: z.object({}),
    async run(ctx) {
      const { asksYearly } = await directoryRules(ctx.db);
      if (!asksYearly) return;
      const address = await addressOf(ctx);
      if (!address) return ctx.log.warn({ hub: ctx.hubId }, 'yearly question not sent: the hub has no public address');
      const { origin, name } = address;
      for (const organizationId of await dueConfirmations(ctx, mostADay)) {
        ctx.signal.throwIfAborted();
        await execute(ctx, askConfirmation, { organizationId, origin, hubName: name });
      }
    },
  });
}

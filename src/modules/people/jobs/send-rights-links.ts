import { execute } from '#platform/command/execute.ts';
import { job } from '#platform/jobs/job.ts';
import { sendRightsLinks } from '../commands/rights-links.ts';
import type { PeopleDependencies } from '../ports.ts';
import { rightsDelivery } from './rights-delivery.ts';

/** Mails the links that were asked for. */
export const sendRightsLinksJob = ({ originOf, hubName }: PeopleDependencies) =>
  job({
    ...rightsDelivery,
    async run(ctx, { id }) {
      const about = { origin: await originOf(ctx.hubId), hubName: await hubName(ctx.hubId) };
      await execute({ ...ctx, actor: null }, sendRightsLinks, { id, ...about });
    },
  });

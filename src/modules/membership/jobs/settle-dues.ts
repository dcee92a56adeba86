import { execute } from '#platform/command/execute.ts';
import { job } from '#platform/jobs/job.ts';
import { settleDues } from '../commands/follow-payments.ts';
import type { MembershipDependencies } from '../ports.ts';
import { settleDuesJob } from './names.ts';

/** Once dues are paid, by card, cheque or transfer, the application goes on; twice does no harm. */
export const settleDuesLater = (deps: MembershipDependencies) =>
  job({
    ...settleDuesJob,
    async run(ctx, input) {
      await execute(ctx, settleDues(deps), input);
    },
  });

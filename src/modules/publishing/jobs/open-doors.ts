import { z } from 'zod';
import { execute } from '#platform/command/execute.ts';
import { job } from '#platform/jobs/job.ts';
import { unwrap, type Outcome } from '#platform/outcome/outcome.ts';
import { openAboutPage } from '../commands/open-about-page.ts';
import { openDoors } from '../commands/open-doors.ts';
import { hasAboutPage } from '../queries/has-about-page.ts';
import { hasOpenedDoors } from '../queries/has-opened-doors.ts';

/** Gives their doors and the page that presents them to hubs that were open before there were any. */
export const openDoorsJob = job({
  name: 'publishing.open-doors',
  lane: 'quick',
  retries: 3,
  payload: z.object({}),
  async run(ctx) {
    if (!(await hasOpenedDoors(ctx.db))) accepted(await execute(ctx, openDoors, {}), 'doors_already_open');
    if (!(await hasAboutPage(ctx.db))) accepted(await execute(ctx, openAboutPage, {}), 'page_already_open');
  },
});

/** Another worker may have been quicker. */
function accepted(outcome: Outcome<unknown>, elseReason: string): void {
  if (!outcome.ok && outcome.reason !== elseReason) unwrap(outcome);
}

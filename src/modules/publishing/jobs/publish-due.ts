import { execute } from '#platform/command/execute.ts';
import { job } from '#platform/jobs/job.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { publishDuePublications } from '../commands/publish-due.ts';
import { hasDuePublications } from '../queries/due-publications.ts';
import { publishDue } from './publish-due-job.ts';

/** At the hour of each scheduled publication, and every few minutes for those whose hour was missed. */
export const publishDueJob = job({
  ...publishDue,
  async run(ctx) {
    if (!(await hasDuePublications(ctx.db, ctx.clock.now()))) return;
    const outcome = await execute(ctx, publishDuePublications, {});
    // Another worker was quicker.
    if (!outcome.ok && outcome.reason !== 'nothing_due') unwrap(outcome);
  },
});

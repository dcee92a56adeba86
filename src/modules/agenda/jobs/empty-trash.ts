import { z } from 'zod';
import { execute } from '#platform/command/execute.ts';
import { job } from '#platform/jobs/job.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { emptyTrash } from '../commands/life/empty-trash.ts';

/** Each night: events in the trash for thirty days are emptied for good. */
export const emptyTrashJob = job({
  name: 'agenda.empty-trash',
  lane: 'long',
  retries: 3,
  payload: z.object({}),
  async run(ctx) {
    for (;;) {
      ctx.signal.throwIfAborted();
      const outcome = await execute(ctx, emptyTrash, {});
      if (!outcome.ok && outcome.reason === 'nothing_due') return;
      if (!unwrap(outcome).isMore) return;
    }
  },
});

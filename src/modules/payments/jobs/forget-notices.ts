import { lt } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { execute } from '#platform/command/execute.ts';
import { job } from '#platform/jobs/job.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { paymentNotices } from '../tables.ts';

/** How long a notice is known again when it is repeated; read again later, it changes nothing. */
const keptFor = Temporal.Duration.from({ hours: 24 * 30 });

const forget = command({
  name: 'payments.forget-notices',
  input: z.object({}),
  allow: (actor) => actor === null,
  async run(work) {
    const gone = await work.db
      .delete(paymentNotices)
      .where(lt(paymentNotices.receivedAt, work.now().subtract(keptFor)))
      .returning({ id: paymentNotices.id });
    if (gone.length === 0) return refuse('nothing_to_forget');
    work.record({
      subjectKind: 'payments',
      subjectId: null,
      summary: `Anciens avis de HelloAsso oubliés : ${gone.length}`,
    });
    return accept(null);
  },
});

/** Each night: forgets the notices that nobody will repeat. */
export const forgetNotices = job({
  name: 'payments.forget-notices',
  lane: 'quick',
  payload: z.object({}),
  retries: 2,
  async run(ctx) {
    await execute({ ...ctx, actor: null }, forget, {});
  },
});

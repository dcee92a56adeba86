import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { execute } from '#platform/command/execute.ts';
import { inTransaction } from '#platform/db/database.ts';
import { job } from '#platform/jobs/job.ts';
import { withdrawnFrom } from '../compose/withdrawn-from.ts';
import { sendScheduled } from '../commands/send-scheduled.ts';
import type { MailingDependencies } from '../ports.ts';
import { sendMailing } from './send-mailing-job.ts';

/** Each minute: lets what was planned for now leave, and takes up what nobody sends any more. */
export function keepGoingJob(deps: Pick<MailingDependencies, 'segments' | 'mailables'>) {
  return job({
    name: 'mailing.keep-going',
    lane: 'quick',
    retries: 0,
    payload: z.object({}),
    async run(ctx) {
      const now = ctx.clock.now().toString();
      const due = await ctx.db.execute<{ id: string }>(
        sql`select id from mailings where state = 'scheduled' and scheduled_at <= ${now}`,
      );
      for (const { id } of due.rows) {
        const asHub = { ...ctx, actor: null };
        const withdrawn = await withdrawnFrom(asHub, deps.mailables(), id);
        await execute(asHub, sendScheduled(deps), { id, withdrawn });
      }
      const left = await ctx.db.execute<{ id: string }>(sql`select m.id from mailings m
        where m.state = 'sending' and (m.lease_until is null or m.lease_until <= ${now})
          and (exists (select from mailing_deliveries d where d.mailing_id = m.id and d.state in ('waiting', 'postponed') and d.next_at <= ${now})
            or not exists (select from mailing_deliveries d where d.mailing_id = m.id and d.state in ('waiting', 'postponed')))`);
      if (left.rows.length === 0) return;
      await inTransaction(ctx.db, async (tx) => {
        for (const { id } of left.rows) await ctx.enqueueIn(tx)(sendMailing, { mailingId: id }, { singletonKey: id });
      });
    },
  });
}

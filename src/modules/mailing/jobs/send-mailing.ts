import { sql } from 'drizzle-orm';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import { inTransaction } from '#platform/db/database.ts';
import { job } from '#platform/jobs/job.ts';
import { finishMailing } from '../commands/finish-mailing.ts';
import { noteWithdrawn } from '../commands/note-withdrawn.ts';
import { withdrawnFrom } from '../compose/withdrawn-from.ts';
import type { MailingDependencies } from '../ports.ts';
import { readMailingSettings } from '../queries/mailing-settings.ts';
import { readMailing } from '../queries/read-mailing.ts';
import { openCopyWriter } from '../sending/copy-writer.ts';
import { sendSlice } from '../sending/send-slice.ts';
import { sendMailing } from './send-mailing-job.ts';

type Dependencies = Pick<MailingDependencies, 'links' | 'signature' | 'mailables'>;

/** Sends copies of a mailing for a while, then lets other long work pass and comes back as long as some are left. */
export function sendMailingJob({ links, signature, mailables }: Dependencies) {
  return job<typeof sendMailing.payload, Ports>({
    ...sendMailing,
    async run(ctx, { mailingId }) {
      const [mailing, settings, hub] = await Promise.all([
        readMailing(ctx.db, mailingId),
        readMailingSettings(ctx.db),
        signature(ctx.hubId),
      ]);
      if (mailing?.state !== 'sending') return;
      // Copies may wait for days: what was withdrawn since is not told.
      const asHub = { ...ctx, actor: null };
      const withdrawn = await withdrawnFrom(asHub, mailables(), mailingId);
      await execute(asHub, noteWithdrawn, { id: mailingId, withdrawn });
      const end = await sendSlice(ctx, mailingId, {
        carrier: ctx.ports.mail,
        writer: openCopyWriter(mailing, { hubId: ctx.hubId, hub, settings, links }),
        domainPace: settings.domainPace,
        signal: ctx.signal,
      });
      if (end === 'stopped') return;
      const next = await nextMoment(ctx, mailingId);
      if (!next) {
        await execute(asHub, finishMailing, { id: mailingId });
        return;
      }
      // Later tries are found by the job of each minute.
      if (end === 'time') await inTransaction(ctx.db, (tx) => ctx.enqueueIn(tx)(sendMailing, { mailingId }));
    },
  });
}

/** When the next copy may leave; null when none is left. */
async function nextMoment(ctx: Pick<Context, 'db'>, mailingId: string): Promise<Temporal.Instant | null> {
  const { rows } = await ctx.db.execute<{ at: string | null }>(sql`select to_json(min(next_at)) as at
    from mailing_deliveries where mailing_id = ${mailingId}::uuid and state in ('waiting', 'postponed', 'sending')`);
  const at = rows[0]?.at;
  return at ? Temporal.Instant.from(at) : null;
}

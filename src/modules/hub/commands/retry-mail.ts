import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { mailDelivery } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { maySetHub } from '../policy.ts';

/** Sends again a mail whose delivery failed. */
export const retryMail = command({
  name: 'hub.retry-mail',
  input: z.object({ id: z.uuid() }),
  allow: maySetHub,
  async run(ctx, { id }) {
    const { rowCount } = await ctx.db.execute(
      sql`update mail_messages set status = 'queued', failure = null where id = ${id} and status in ('failed', 'uncertain')`,
    );
    if (rowCount === 0) return refuse('not_failed');
    await ctx.enqueue(mailDelivery, { messageId: id });
    ctx.record({ subjectKind: 'mail', subjectId: id, summary: 'Nouvel essai d’envoi d’un mail' });
    return accept(null);
  },
});

import { sql } from 'drizzle-orm';
import { inTransaction } from '../db/database.ts';
import type { Ports } from '../context/ports.ts';
import { job, type JobContext } from '../jobs/job.ts';
import type { LoadedAttachment, MailAttachment } from './mail-attachment.ts';
import type { Delivery, Letter } from './mail-carrier.ts';
import { mailDelivery, type MailBody } from './send-mail.ts';

interface OutboxRow extends Record<string, unknown> {
  id: string;
  recipient: string;
  recipient_name: string | null;
  reply_to: string | null;
  subject: string;
  body: MailBody;
  status: string;
}

const statusAfter: Record<Exclude<Delivery['result'], 'later'>, string> = {
  sent: 'sent',
  kept: 'kept',
  refused: 'failed',
  uncertain: 'uncertain',
};

/**
 * The job that delivers one message of the outbox. A message already sent, being sent or uncertain is left alone, so
 * running twice sends once. What a letter said is forgotten once it has left: links that open doors, people's words.
 * `signature` gives what the hub adds to its letters.
 */
export function deliverMail(signature: (ctx: JobContext<Ports>) => Promise<Letter['hub'] | null>) {
  return job<typeof mailDelivery.payload, Ports>({
    ...mailDelivery,
    async run(ctx, { messageId }) {
      const hub = await signature(ctx);
      const row = hub && (await claim(ctx, messageId));
      if (!row) return;
      const attachments = await loaded(ctx, row.body.attachments ?? []).catch(async (error: unknown) => {
        await release(ctx, messageId, 'Une pièce jointe n’a pas pu être lue.');
        throw error;
      });
      const delivery = await ctx.ports.mail.carry({
        id: row.id,
        to: { address: row.recipient, name: row.recipient_name },
        replyTo: row.reply_to,
        subject: row.subject,
        body: row.body,
        attachments,
        hub,
      });
      if (delivery.result === 'later') {
        await release(ctx, messageId, delivery.why);
        throw new Error(`mail ${messageId} will be tried again`);
      }
      const why = 'why' in delivery ? delivery.why : null;
      const sentAt = delivery.result === 'sent' ? ctx.clock.now().toString() : null;
      await ctx.db
        .execute(sql`update mail_messages set status = ${statusAfter[delivery.result]}, failure = ${why}, sent_at = ${sentAt}::timestamptz,
          body = case when ${sentAt}::timestamptz is null then body else '{"paragraphs":[]}' end
        where id = ${messageId}::uuid`);
    },
  });
}

/** The content of attachments; a file of the store that is gone fails the try, which is seen. */
async function loaded(ctx: JobContext<Ports>, attachments: readonly MailAttachment[]): Promise<LoadedAttachment[]> {
  return Promise.all(
    attachments.map(async ({ filename, contentType, ...source }) => ({
      filename,
      contentType,
      content: 'text' in source ? source.text : await ctx.ports.files.getBytes(source.fileKey),
    })),
  );
}

/**
 * Takes the message for this try. One found « sending » belongs to a process that died while the mail server had it:
 * nobody knows whether it left, so it is marked uncertain and shown to staff instead of being sent twice.
 */
async function claim(ctx: JobContext<Ports>, messageId: string): Promise<OutboxRow | null> {
  return inTransaction(ctx.db, async (tx) => {
    const { rows } =
      await tx.execute<OutboxRow>(sql`select id, recipient, recipient_name, reply_to, subject, body, status
      from mail_messages where id = ${messageId}::uuid for update`);
    const row = rows[0];
    if (row?.status === 'sending')
      await tx.execute(sql`update mail_messages set status = 'uncertain' where id = ${messageId}::uuid`);
    if (row?.status !== 'queued') return null;
    await tx.execute(
      sql`update mail_messages set status = 'sending', attempts = attempts + 1 where id = ${messageId}::uuid`,
    );
    return row;
  });
}

async function release(ctx: JobContext<Ports>, messageId: string, why: string): Promise<void> {
  const status = ctx.isLastAttempt ? 'failed' : 'queued';
  await ctx.db.execute(
    sql`update mail_messages set status = ${status}, failure = ${why} where id = ${messageId}::uuid`,
  );
}

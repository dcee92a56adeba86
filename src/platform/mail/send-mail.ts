import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { CommandContext } from '../context/context.ts';
import type { MailAttachment } from './mail-attachment.ts';
import { oneLine } from './mail-headers.ts';

/** What a mail says, in the order it says it. Kept as data: the letter is drawn when it leaves. */
export interface MailBody {
  /** One idea a paragraph, plain text. */
  paragraphs: readonly string[];
  /** The one thing to do. */
  action?: { label: string; href: string };
  /** Words somebody wrote, shown as a quotation. */
  quote?: { text: string; by: string };
  /** Said after the action: how long the link lasts, what to do if the mail was not expected. */
  after?: readonly string[];
  /** A calendar file, a document: 100 kB of text, or files of the store. */
  attachments?: readonly MailAttachment[];
}

/** A mail to one person. */
export interface OutgoingMail {
  /** Module and subject, as in `identity.sign-in-link`. */
  kind: string;
  to: { address: string; name?: string; personId?: string };
  replyTo?: string;
  subject: string;
  body: MailBody;
}

/** The job that delivers one message of the outbox; its work is in `deliver-mail.ts`. */
export const mailDelivery = {
  name: 'mail.deliver',
  lane: 'quick',
  retries: 8,
  payload: z.object({ messageId: z.uuid() }),
} as const;

/** Puts a mail in the outbox, in the transaction of the act that sends it, and asks for its delivery. */
export async function sendMail(work: CommandContext, mail: OutgoingMail): Promise<string> {
  if (/[\s,]/.test(mail.to.address)) throw new Error('a mail goes to one address');
  const id = work.newId();
  await work.db.execute(sql`insert into mail_messages
    (id, kind, recipient, recipient_name, reply_to, subject, body, person_id, created_at)
    values (${id}, ${mail.kind}, ${mail.to.address}, ${mail.to.name === undefined ? null : oneLine(mail.to.name)}, ${mail.replyTo ?? null}, ${oneLine(mail.subject)},
      ${JSON.stringify(mail.body)}::jsonb, ${mail.to.personId ?? null}, ${work.now().toString()})`);
  await work.enqueue(mailDelivery, { messageId: id });
  return id;
}

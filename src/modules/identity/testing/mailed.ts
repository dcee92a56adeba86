import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { MailBody } from '#platform/mail/send-mail.ts';

/** A mail as it waits in the outbox. */
export interface MailedLetter extends Record<string, unknown> {
  kind: string;
  recipient: string;
  subject: string;
  body: MailBody;
}

/** The mails of the hub, oldest first. */
export async function mailed(ctx: Context): Promise<MailedLetter[]> {
  const { rows } = await ctx.db.execute<MailedLetter>(
    sql`select kind, recipient, subject, body from mail_messages order by created_at, id`,
  );
  return rows;
}

/** The secret of the link of the last mail of a kind. */
export async function mailedToken(ctx: Context, kind: string): Promise<string> {
  const letter = (await mailed(ctx)).findLast((one) => one.kind === kind);
  const token = letter?.body.action?.href.split('/').at(-1);
  if (!token) throw new Error(`no mail ${kind}`);
  return token;
}

/** The six digits of the last mail that has a code. */
export async function mailedCode(ctx: Context): Promise<string> {
  const letter = (await mailed(ctx)).findLast((one) => one.kind === 'identity.sign-in-link');
  const code = /(\d{3})\s(\d{3})/.exec(letter?.body.after?.join(' ') ?? '');
  if (!code) throw new Error('no code was mailed');
  return `${code[1]}${code[2]}`;
}

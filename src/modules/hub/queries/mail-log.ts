import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { MailBody } from '#platform/mail/send-mail.ts';

export const mailStatuses = ['queued', 'sending', 'sent', 'kept', 'failed', 'uncertain'] as const;
export type MailStatus = (typeof mailStatuses)[number];

/** A mail as the back office lists it: without its text, which may hold a private link. */
export interface MailLine {
  id: string;
  kind: string;
  recipient: string;
  subject: string;
  status: MailStatus;
  attempts: number;
  failure: string | null;
  createdAt: Temporal.Instant;
}

/** A mail with its text, for the local outbox only. */
export interface KeptMail extends MailLine {
  body: MailBody;
  replyTo: string | null;
}

interface Row extends Record<string, unknown> {
  id: string;
  kind: string;
  recipient: string;
  subject: string;
  status: MailStatus;
  attempts: number;
  failure: string | null;
  created_ms: string;
}

/** One page of the mails of the hub, newest first. */
export async function listMails(
  db: Reader,
  status: MailStatus | null,
  page: number,
  size = 40,
): Promise<{ mails: MailLine[]; total: number; failed: number }> {
  const [list, counts] = await Promise.all([
    db.execute<Row>(sql`select id, kind, recipient, subject, status, attempts, failure, extract(epoch from created_at) * 1000 as created_ms
      from mail_messages where ${status}::text is null or status = ${status}
      order by created_at desc, id desc limit ${size} offset ${(page - 1) * size}`),
    db.execute<{
      total: string;
      failed: string;
    }>(sql`select count(*) filter (where ${status}::text is null or status = ${status}) as total,
      count(*) filter (where status in ('failed', 'uncertain')) as failed from mail_messages`),
  ]);
  return {
    mails: list.rows.map(mailLine),
    total: Number(counts.rows[0]?.total ?? 0),
    failed: Number(counts.rows[0]?.failed ?? 0),
  };
}

/** One mail with its text. */
export async function readKeptMail(db: Reader, id: string): Promise<KeptMail | null> {
  const { rows } = await db.execute<
    Row & { body: MailBody; reply_to: string | null }
  >(sql`select id, kind, recipient, subject, status, attempts,
    failure, extract(epoch from created_at) * 1000 as created_ms, body, reply_to from mail_messages where id = ${id}`);
  const [row] = rows;
  return row ? { ...mailLine(row), body: row.body, replyTo: row.reply_to } : null;
}

function mailLine(row: Row): MailLine {
  const { id, kind, recipient, subject, status, attempts, failure } = row;
  return {
    id,
    kind,
    recipient,
    subject,
    status,
    attempts,
    failure,
    createdAt: Temporal.Instant.fromEpochMilliseconds(Math.floor(Number(row.created_ms))),
  };
}

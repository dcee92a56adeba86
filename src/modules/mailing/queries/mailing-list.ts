import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { MailSubject } from '#platform/contributions/module.ts';
import type { MailingKind, MailingState } from '../domain/mailing-states.ts';

export interface MailingLine {
  id: string;
  kind: MailingKind;
  state: MailingState;
  subject: MailSubject | null;
  title: string;
  scheduledAt: Temporal.Instant | null;
  startedAt: Temporal.Instant | null;
  updatedAt: Temporal.Instant;
  planned: number;
  sent: number;
  unsubscribed: number;
  replies: number;
}

export type MailingView = 'a-venir' | 'partis';
export const mailingsAPage = 30;

/** Mailings of the team: those to come, or those that left, the latest first. */
export async function mailingList(
  ctx: Context,
  { view, page }: { view: MailingView; page: number },
): Promise<{ rows: MailingLine[]; count: number }> {
  const which =
    view === 'a-venir' ? sql`m.state in ('draft', 'scheduled')` : sql`m.state not in ('draft', 'scheduled')`;
  const { rows } = await ctx.db.execute<{
    id: string;
    kind: MailingKind;
    state: MailingState;
    subject: MailSubject | null;
    title: string;
    scheduled_at: string | null;
    started_at: string | null;
    updated_at: string;
    planned: number;
    sent: number;
    unsubscribed: number;
    replies: number;
    count: number;
  }>(sql`
    select m.id, m.kind, m.state, m.subject, m.title, to_json(m.scheduled_at) as scheduled_at,
      to_json(m.started_at) as started_at, to_json(m.updated_at) as updated_at, count(*) over ()::int as count,
      d.planned, d.sent, d.unsubscribed,
      (select count(*)::int from mailing_replies r where r.mailing_id = m.id) as replies
    from mailings m cross join lateral (
      select count(*)::int as planned, count(*) filter (where d.state = 'sent')::int as sent,
        count(d.unsubscribed_at)::int as unsubscribed
      from mailing_deliveries d where d.mailing_id = m.id) d
    where ${which} order by coalesce(m.started_at, m.scheduled_at, m.updated_at) desc, m.id
    limit ${mailingsAPage} offset ${(page - 1) * mailingsAPage}`);
  const at = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map(({ scheduled_at, started_at, updated_at, count: _count, ...row }) => ({
      ...row,
      scheduledAt: at(scheduled_at),
      startedAt: at(started_at),
      updatedAt: Temporal.Instant.from(updated_at),
    })),
  };
}

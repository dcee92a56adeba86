import { desc, sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import type { Reader } from '#platform/db/database.ts';
import { plural } from '#platform/french/index.ts';
import { replyPaths } from '../../reader-paths.ts';
import { mailings } from '../../tables.ts';
import { mailingReplies } from '../tables.ts';

export const repliesAPage = 50;

/** What is asked of the list: all, those nobody read, those of one mailing. */
export interface RepliesAsked {
  isUnread: boolean;
  mailingId: string | null;
  page: number;
}

/** Replies with the mailing they answer, the latest first. */
export async function replyList(db: Reader, { isUnread, mailingId, page }: RepliesAsked) {
  const rows = await db
    .select({
      reply: mailingReplies,
      mailingTitle: mailings.title,
      editionId: sql<
        string | null
      >`(select c.edition_id from edition_contributions c where c.id = mailing_replies.contribution_id)`,
      count: sql<number>`count(*) over ()::int`,
    })
    .from(mailingReplies)
    .innerJoin(mailings, sql`mailings.hub_id = mailing_replies.hub_id and mailings.id = mailing_replies.mailing_id`)
    .where(
      sql`${isUnread ? sql`mailing_replies.read_at is null` : sql`true`}
        and ${mailingId ? sql`mailing_replies.mailing_id = ${mailingId}::uuid` : sql`true`}`,
    )
    .orderBy(desc(mailingReplies.receivedAt), mailingReplies.id)
    .limit(repliesAPage)
    .offset((page - 1) * repliesAPage);
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map(({ reply, mailingTitle, editionId }) => ({ ...reply, mailingTitle, editionId })),
  };
}
export type ReplyLine = Awaited<ReturnType<typeof replyList>>['rows'][number];

/** Replies that nobody read. */
export async function unreadReplies(db: Reader): Promise<{ count: number; since: Temporal.Instant | null }> {
  const { rows } = await db.execute<{ count: number; since: string | null }>(sql`
    select count(*)::int as count, to_json(min(received_at)) as since from mailing_replies where read_at is null`);
  const [row] = rows;
  return { count: row?.count ?? 0, since: row?.since ? Temporal.Instant.from(row.since) : null };
}

/** Readers who answered wait for the team. */
export async function repliesTodo(ctx: Context): Promise<TodoEntry[]> {
  const { count, since } = await unreadReplies(ctx.db);
  if (count === 0) return [];
  return [
    {
      group: 'waiting',
      title: plural(count, 'réponse à un envoi à lire', 'réponses à des envois à lire'),
      detail: 'Des lectrices et des lecteurs vous ont écrit',
      action: { label: 'Lire', path: replyPaths.list },
      since,
      hue: 'leaf',
    },
  ];
}

import { sql, type SQL } from 'drizzle-orm';
import type { CommandContext } from '../context/context.ts';

const usualMost = 5;

/** The mailbox behind an address: whatever is written after a « + » arrives in the same one. */
export const mailboxOf = (address: SQL): SQL => sql`regexp_replace(lower(${address}), '[+][^@]*@', '@')`;

/**
 * Lets the acts that may write to a mailbox go one after the other until the end of the transaction, so that what is
 * counted before a letter leaves is all there is.
 */
export async function holdMailbox(work: CommandContext, address: string): Promise<void> {
  await work.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('mailbox ' || ${work.hubId}::text || ' ' || ${mailboxOf(sql`${address}::text`)}, 0))`,
  );
}

/**
 * Whether a letter that anyone may cause, by typing an address, may still go to it: so many of a kind in a day, so that
 * nobody’s mailbox is filled from here. The act itself goes on without its letter.
 */
export async function mayStillHear(
  work: CommandContext,
  { address, kind, most = usualMost }: { address: string; kind: string; most?: number },
): Promise<boolean> {
  await holdMailbox(work, address);
  const since = work.now().subtract({ hours: 24 }).toString();
  const { rows } = await work.db.execute<{ count: number }>(sql`select count(*)::int as count from mail_messages
    where kind = ${kind} and ${mailboxOf(sql`recipient`)} = ${mailboxOf(sql`${address}::text`)} and created_at > ${since}::timestamptz`);
  return (rows[0]?.count ?? 0) < most;
}

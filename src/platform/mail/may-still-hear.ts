import { sql } from 'drizzle-orm';
import type { CommandContext } from '../context/context.ts';

const usualMost = 5;

/**
 * Whether a letter that anyone may cause, by typing an address, may still go to it: so many of a kind in a day, so that
 * nobody’s mailbox is filled from here. The act itself goes on without its letter.
 */
export async function mayStillHear(
  work: CommandContext,
  { address, kind, most = usualMost }: { address: string; kind: string; most?: number },
): Promise<boolean> {
  const since = work.now().subtract({ hours: 24 }).toString();
  const { rows } = await work.db.execute<{ count: number }>(sql`select count(*)::int as count from mail_messages
    where kind = ${kind} and lower(recipient) = ${address.toLowerCase()} and created_at > ${since}::timestamptz`);
  return (rows[0]?.count ?? 0) < most;
}

import { count, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { contactMessages } from '../tables.ts';

export type ContactMessage = typeof contactMessages.$inferSelect;

/** Which messages a list shows. */
export type MessageState = 'waiting' | 'answered';

const stateFilter = {
  waiting: () => isNull(contactMessages.answeredAt),
  answered: () => isNotNull(contactMessages.answeredAt),
};

/** One page of messages, newest first, with how many there are in each state. */
export async function listContactMessages(
  db: Reader,
  state: MessageState,
  page: number,
  size = 30,
): Promise<{ messages: ContactMessage[]; waiting: number; answered: number }> {
  const [messages, [waiting], [answered]] = await Promise.all([
    db
      .select()
      .from(contactMessages)
      .where(stateFilter[state]())
      .orderBy(desc(contactMessages.receivedAt))
      .limit(size)
      .offset((page - 1) * size),
    db.select({ value: count() }).from(contactMessages).where(stateFilter.waiting()),
    db.select({ value: count() }).from(contactMessages).where(stateFilter.answered()),
  ]);
  return { messages, waiting: waiting?.value ?? 0, answered: answered?.value ?? 0 };
}

export async function readContactMessage(db: Reader, id: string): Promise<ContactMessage | null> {
  const [message] = await db.select().from(contactMessages).where(eq(contactMessages.id, id));
  return message ?? null;
}

/** The messages that have waited longest, at most `limit`. */
export async function waitingMessages(db: Reader, limit: number): Promise<ContactMessage[]> {
  return db
    .select()
    .from(contactMessages)
    .where(isNull(contactMessages.answeredAt))
    .orderBy(contactMessages.receivedAt)
    .limit(limit);
}

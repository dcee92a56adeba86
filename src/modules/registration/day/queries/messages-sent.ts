import { desc, eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { registrationMessages } from '../tables.ts';

/** What was written to those registered to an event, latest first. */
export async function messagesSent(db: Reader, eventId: string) {
  return db
    .select()
    .from(registrationMessages)
    .where(eq(registrationMessages.eventId, eventId))
    .orderBy(desc(registrationMessages.sentAt));
}

export type SentMessage = Awaited<ReturnType<typeof messagesSent>>[number];

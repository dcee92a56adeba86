import { eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { agendaSenders } from '../../tables.ts';

/** Who proposed an event, with the place as she typed it. */
export type EventSenderRow = Omit<typeof agendaSenders.$inferSelect, 'hubId'>;

export async function senderOf(db: Reader, eventId: string): Promise<EventSenderRow | null> {
  const [row] = await db.select().from(agendaSenders).where(eq(agendaSenders.eventId, eventId));
  return row ?? null;
}

import { eq, inArray } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { registrationOffers } from '../tables.ts';

/** What an event offers to those who register, as it is kept. */
export type StoredOffer = typeof registrationOffers.$inferSelect;

/** The offer of an event; null where nobody ever thought of registrations. */
export async function offerOf(db: Reader, eventId: string): Promise<StoredOffer | null> {
  const [row] = await db.select().from(registrationOffers).where(eq(registrationOffers.eventId, eventId));
  return row ?? null;
}

/** The offers of these events, by event. */
export async function offersOf(db: Reader, eventIds: readonly string[]): Promise<ReadonlyMap<string, StoredOffer>> {
  if (eventIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(registrationOffers)
    .where(inArray(registrationOffers.eventId, [...eventIds]));
  return new Map(rows.map((row) => [row.eventId, row]));
}

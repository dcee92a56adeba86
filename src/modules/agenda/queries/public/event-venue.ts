import { eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { venues } from '../../tables.ts';

/** A place as the page of an event tells it. */
export type EventVenue = Pick<
  typeof venues.$inferSelect,
  | 'id'
  | 'name'
  | 'organizationId'
  | 'street'
  | 'postalCode'
  | 'city'
  | 'municipalityInsee'
  | 'lon'
  | 'lat'
  | 'isApproximate'
  | 'access'
  | 'accessibility'
  | 'accessibilityNote'
>;

export async function eventVenue(db: Reader, id: string): Promise<EventVenue | null> {
  const [venue] = await db.select().from(venues).where(eq(venues.id, id));
  return venue ?? null;
}

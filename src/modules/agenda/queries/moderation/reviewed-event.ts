import { eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { venues } from '../../tables.ts';
import { occurrencesOf, type EventOccurrence } from '../occurrences-of.ts';
import { readEvent, type StoredEvent } from '../stored-event.ts';
import { likelySame, type LikelySame } from './likely-same.ts';
import { neighbours, type Neighbour } from './neighbours.ts';
import { senderOf, type EventSenderRow } from './sender-of.ts';

/** A proposal with all that helps to decide. */
export interface ReviewedEvent {
  event: StoredEvent;
  sender: EventSenderRow | null;
  dates: readonly EventOccurrence[];
  /** Name and town of the place, in one line; empty when none was said. */
  place: string;
  likely: readonly LikelySame[];
  /** What else happens that day. */
  sameDay: readonly Neighbour[];
}

export async function reviewedEvent(db: Reader, id: string): Promise<ReviewedEvent | null> {
  const event = await readEvent(db, id);
  if (!event || event.trashedAt) return null;
  const { title, startsOn, venueId } = event.fields;
  const day = Temporal.PlainDate.from(startsOn);
  const [sender, dates, likely, sameDay, [venue]] = await Promise.all([
    senderOf(db, id),
    occurrencesOf(db, { eventIds: [id] }),
    likelySame(db, { title, startsOn, exceptId: id, withDrafts: true }),
    neighbours(db, { from: day, to: day, exceptId: id, withDrafts: true }),
    venueId ? db.select({ name: venues.name, city: venues.city }).from(venues).where(eq(venues.id, venueId)) : [],
  ]);
  const typed = sender ? [sender.placeName, sender.placeCity] : [];
  const place = (venue ? [venue.name, venue.city] : typed).filter(Boolean).join(', ');
  return { event, sender, dates, place, likely, sameDay };
}

import type { Reader } from '#platform/db/database.ts';
import { readEvent, type StoredEvent } from '../stored-event.ts';
import { placeOf } from './event-to-repeat.ts';
import { senderOf, type EventSenderRow } from './sender-of.ts';

/** A proposal as its sender follows it. */
export interface FollowedEvent {
  event: StoredEvent;
  sender: EventSenderRow;
  place: { name: string; city: string };
}

/** What a private link follows; nothing once its sender was forgotten, or when it is in the trash without an answer. */
export async function followedEvent(db: Reader, id: string): Promise<FollowedEvent | null> {
  const [event, sender] = await Promise.all([readEvent(db, id), senderOf(db, id)]);
  if (!event || !sender) return null;
  if (event.trashedAt && event.status !== 'returned') return null;
  const typed = { name: sender.placeName, city: sender.placeCity };
  return { event, sender, place: typed.name || typed.city ? typed : await placeOf(db, event.fields) };
}

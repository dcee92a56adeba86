import { eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { isId } from '#platform/ids/ids.ts';
import type { EventFields } from '../../event/agenda-event.ts';
import { venues } from '../../tables.ts';
import { isPublic, readEvent } from '../stored-event.ts';

/** A public event that somebody would do again, with the name of its place. Null for any other. */
export async function eventToRepeat(
  db: Reader,
  id: string,
): Promise<{ id: string; fields: EventFields; place: { name: string; city: string } } | null> {
  const event = isId(id) ? await readEvent(db, id) : null;
  if (!event || !isPublic(event) || event.origin) return null;
  return { id, fields: event.fields, place: await placeOf(db, event.fields) };
}

/** The place of an event as the form of proposals shows it. */
export async function placeOf(db: Reader, { venueId }: EventFields): Promise<{ name: string; city: string }> {
  if (venueId === null) return { name: '', city: '' };
  const [venue] = await db.select({ name: venues.name, city: venues.city }).from(venues).where(eq(venues.id, venueId));
  return venue ?? { name: '', city: '' };
}

import type { Reader } from '#platform/db/database.ts';
import { publishedList, type PublishedLine } from './published-list.ts';

/** No hub needs more ways in than this. */
const mostDoors = 60;

/** The doors everyone may open, in their own order. */
export async function publishedDoors(db: Reader): Promise<PublishedLine<'door'>[]> {
  const doors = await publishedList(db, 'door', {}, { limit: mostDoors });
  return doors.sort((a, b) => a.content.position - b.content.position || a.title.localeCompare(b.title, 'fr'));
}

import type { Reader } from '#platform/db/database.ts';
import { publishedList } from './published-list.ts';
import { readPublication, type StoredPublication } from './stored-publication.ts';

/** The home as the employee arranged and published it; null when she never did. The latest, should there be several. */
export async function publishedHome(db: Reader): Promise<StoredPublication<'home'> | null> {
  const [line] = await publishedList(db, 'home', {}, { limit: 1 });
  return line ? ((await readPublication(db, line.id)) as StoredPublication<'home'> | null) : null;
}

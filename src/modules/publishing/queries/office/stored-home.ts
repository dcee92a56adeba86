import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { publications } from '../../tables.ts';
import { publicationOf, type StoredPublication } from '../stored-publication.ts';

/** The home as it is kept, whatever its status; null when nobody ever arranged it. */
export async function storedHome(db: Reader): Promise<StoredPublication | null> {
  const [row] = await db
    .select()
    .from(publications)
    .where(and(eq(publications.kind, 'home'), isNull(publications.trashedAt)))
    .orderBy(desc(publications.publishedAt), publications.id)
    .limit(1);
  return row ? publicationOf(row) : null;
}

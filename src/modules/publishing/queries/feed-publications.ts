import { and, desc, or } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { PublicationKind } from '../domain/publication.ts';
import { publications } from '../tables.ts';
import { publicAnd, type PublishedFilters } from './published-list.ts';
import { publicationOf, type StoredPublication } from './stored-publication.ts';

/** The latest of several kinds with their whole text, newest first. */
export async function feedPublications(
  db: Reader,
  kinds: readonly PublicationKind[],
  filters: PublishedFilters,
  limit: number,
): Promise<StoredPublication[]> {
  const rows = await db
    .select()
    .from(publications)
    .where(and(or(...kinds.map((kind) => publicAnd(kind, filters)))))
    .orderBy(desc(publications.publishedAt), publications.id)
    .limit(limit);
  return rows.map(publicationOf);
}

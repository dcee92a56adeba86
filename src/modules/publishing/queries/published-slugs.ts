import type { Reader } from '#platform/db/database.ts';
import type { PublicationKind } from '../domain/publication.ts';
import { publications } from '../tables.ts';
import { publicAnd } from './published-list.ts';

/** The addresses of all that everyone may read of a kind. */
export async function publishedSlugs(db: Reader, kind: PublicationKind): Promise<ReadonlySet<string>> {
  const rows = await db.select({ slug: publications.slug }).from(publications).where(publicAnd(kind, {}));
  return new Set(rows.map(({ slug }) => slug));
}

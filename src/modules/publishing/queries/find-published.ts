import { and, desc, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { PublicationKind } from '../domain/publication.ts';
import { publications } from '../tables.ts';
import { publicAnd } from './published-list.ts';

/** Published things of a kind whose title holds these words, newest first: for the pickers of the editor. */
export async function findPublished(
  db: Reader,
  kind: PublicationKind,
  words: string,
  limit: number,
): Promise<{ id: string; label: string }[]> {
  const like = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return db
    .select({ id: publications.id, label: publications.title })
    .from(publications)
    .where(and(publicAnd(kind, {}), sql`essaim_fold(${publications.title}) like essaim_fold(${like})`))
    .orderBy(desc(publications.publishedAt))
    .limit(limit);
}

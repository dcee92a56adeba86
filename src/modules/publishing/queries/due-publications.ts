import { and, isNotNull, isNull, lte } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { publications } from '../tables.ts';

/** Whether something scheduled should be public by now. */
export async function hasDuePublications(db: Reader, now: Temporal.Instant): Promise<boolean> {
  const [row] = await db
    .select({ id: publications.id })
    .from(publications)
    .where(and(isNotNull(publications.publishAt), lte(publications.publishAt, now), isNull(publications.trashedAt)))
    .limit(1);
  return row !== undefined;
}

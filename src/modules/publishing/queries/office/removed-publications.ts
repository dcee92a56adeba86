import { and, inArray, isNotNull, lt, sql, type SQL } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { publications } from '../../tables.ts';

/**
 * What is left of a publication once its time in the trash is over: the row alone, empty, so that its address is never
 * given to another.
 */
export const removedContent = { isRemoved: true } as const;

export const isRemoved: SQL = sql`${publications.content} @> ${JSON.stringify(removedContent)}::jsonb`;

/** Those of these ids that were removed for good. */
export async function removedIds(db: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ id: publications.id })
    .from(publications)
    .where(and(inArray(publications.id, [...ids]), isRemoved));
  return new Set(rows.map(({ id }) => id));
}

/** Ids of what has been in the trash since before this moment and still holds something. */
export async function trashedBefore(db: Reader, moment: Temporal.Instant, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: publications.id })
    .from(publications)
    .where(and(isNotNull(publications.trashedAt), lt(publications.trashedAt, moment), sql`not ${isRemoved}`))
    .orderBy(publications.id)
    .limit(limit);
  return rows.map(({ id }) => id);
}

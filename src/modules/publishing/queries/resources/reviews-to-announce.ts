import { and, eq, isNotNull, isNull, lte, notExists, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { publications, reviewAnnouncements } from '../../tables.ts';

/** Published sheets to read again by this day, whose author was not told so yet. */
export async function reviewsToAnnounce(
  db: Reader,
  by: Temporal.PlainDate,
): Promise<{ id: string; personId: string; authorName: string }[]> {
  const told = db
    .select({ one: sql`1` })
    .from(reviewAnnouncements)
    .where(
      and(
        eq(reviewAnnouncements.publicationId, publications.id),
        eq(reviewAnnouncements.reviewOn, publications.reviewOn),
      ),
    );
  const rows = await db
    .select({ id: publications.id, personId: publications.personId, authorName: publications.authorName })
    .from(publications)
    .where(
      and(
        eq(publications.kind, 'resource'),
        eq(publications.status, 'published'),
        isNull(publications.trashedAt),
        isNotNull(publications.personId),
        lte(publications.reviewOn, by),
        notExists(told),
      ),
    )
    .orderBy(publications.reviewOn, publications.id);
  return rows.flatMap(({ personId, ...row }) => (personId ? [{ ...row, personId }] : []));
}

import { desc, eq, ne, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { changeSuggestions, publications } from '../../tables.ts';

const columns = {
  id: changeSuggestions.id,
  publicationId: changeSuggestions.publicationId,
  title: publications.title,
  slug: publications.slug,
  subject: changeSuggestions.subject,
  message: changeSuggestions.message,
  name: changeSuggestions.name,
  email: changeSuggestions.email,
  acceptsCredit: changeSuggestions.acceptsCredit,
  status: changeSuggestions.status,
  isCredited: changeSuggestions.isCredited,
  answer: changeSuggestions.answer,
  answeredAt: changeSuggestions.answeredAt,
  createdAt: changeSuggestions.createdAt,
};

/** What readers suggested and still waits, the oldest first, or what was answered, the newest first. */
export async function listSuggestions(db: Reader, which: 'waiting' | 'answered', limit: number) {
  const isWaiting = which === 'waiting';
  return db
    .select(columns)
    .from(changeSuggestions)
    .innerJoin(publications, eq(publications.id, changeSuggestions.publicationId))
    .where(isWaiting ? eq(changeSuggestions.status, 'waiting') : ne(changeSuggestions.status, 'waiting'))
    .orderBy(isWaiting ? changeSuggestions.createdAt : desc(changeSuggestions.answeredAt), changeSuggestions.id)
    .limit(limit);
}
export type ListedSuggestion = Awaited<ReturnType<typeof listSuggestions>>[number];

/** How many wait, and since when. */
export async function waitingSuggestions(db: Reader): Promise<{ count: number; since: Temporal.Instant | null }> {
  const rows = await db
    .select({ at: changeSuggestions.createdAt, count: sql<number>`(count(*) over ())::int` })
    .from(changeSuggestions)
    .where(eq(changeSuggestions.status, 'waiting'))
    .orderBy(changeSuggestions.createdAt)
    .limit(1);
  return { count: rows[0]?.count ?? 0, since: rows[0]?.at ?? null };
}

/** How many wait on each publication. */
export async function waitingByPublication(db: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ id: changeSuggestions.publicationId, count: sql<number>`count(*)::int` })
    .from(changeSuggestions)
    .where(eq(changeSuggestions.status, 'waiting'))
    .groupBy(changeSuggestions.publicationId);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

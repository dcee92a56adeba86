import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { changeSuggestions, publicationReviews, usefulVotes } from '../../tables.ts';

/** How many readers found each sheet useful; those nobody did are absent. */
export async function usefulVotesOf(db: Reader, ids?: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ id: usefulVotes.publicationId, votes: usefulVotes.votes })
    .from(usefulVotes)
    .where(ids ? inArray(usefulVotes.publicationId, [...ids]) : undefined);
  return new Map(rows.map(({ id, votes }) => [id, votes]));
}

export interface LastReview {
  at: Temporal.Instant;
  by: string;
}

/** When each publication was last read again and found right, and by whom. */
export async function lastReviews(db: Reader, ids?: readonly string[]): Promise<ReadonlyMap<string, LastReview>> {
  const rows = await db
    .selectDistinctOn([publicationReviews.publicationId], {
      id: publicationReviews.publicationId,
      at: publicationReviews.reviewedAt,
      by: publicationReviews.reviewedBy,
    })
    .from(publicationReviews)
    .where(ids ? inArray(publicationReviews.publicationId, [...ids]) : undefined)
    .orderBy(publicationReviews.publicationId, desc(publicationReviews.reviewedAt));
  return new Map(rows.map(({ id, ...review }) => [id, review]));
}

/** Readers thanked by name on a page, in the order they helped. */
export async function creditedReaders(db: Reader, publicationId: string): Promise<string[]> {
  const rows = await db
    .select({ name: changeSuggestions.name, at: sql<string>`min(${changeSuggestions.answeredAt})` })
    .from(changeSuggestions)
    .where(and(eq(changeSuggestions.publicationId, publicationId), eq(changeSuggestions.isCredited, true)))
    .groupBy(changeSuggestions.name)
    .orderBy(sql`2`);
  return rows.map(({ name }) => name).filter(Boolean);
}

import type { Context } from '#platform/context/context.ts';
import type { KeptReads } from '#platform/kept-reads/kept-reads.ts';
import { search } from '#platform/search/search.ts';
import { usefulFirst } from '../../domain/resource-order.ts';
import { reviewState, type ReviewState } from '../../domain/review-state.ts';
import { allPublished } from '../all-published.ts';
import type { PublishedLine } from '../published-list.ts';
import { lastReviews, usefulVotesOf } from './reader-marks.ts';

/** A published resource with what readers and the team said of it. */
export interface RankedResource extends PublishedLine<'resource'> {
  votes: number;
  state: ReviewState;
  /** Last day it was read again, or published. */
  reviewedAt: Temporal.Instant;
}

/** Everything in the library: what helped most first, what is expired last. */
export async function rankedResources(
  ctx: Context,
  deps: { readonly kept: KeptReads },
): Promise<readonly RankedResource[]> {
  const [lines, votes, reviews] = await Promise.all([
    allPublished(ctx, deps, 'resource'),
    usefulVotesOf(ctx.db),
    deps.kept.of(ctx.hubId, 'publishing.reviews', () => lastReviews(ctx.db)),
  ]);
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  return lines
    .map((line) => ({
      ...line,
      votes: votes.get(line.id) ?? 0,
      state: reviewState(line.reviewOn, today),
      reviewedAt: reviews.get(line.id)?.at ?? line.publishedAt,
    }))
    .sort(usefulFirst(today));
}

/** Those that answer words, the best first; all of them without words. */
export async function answeringWords(
  ctx: Context,
  resources: readonly RankedResource[],
  words: string,
): Promise<readonly RankedResource[]> {
  if (!words) return resources;
  const { matches } = await search(ctx.db, words, { visibilities: ['public'], kinds: ['resource'], limit: 500 });
  const byId = new Map(resources.map((line) => [line.id, line]));
  return matches.flatMap(({ subjectId }) => byId.get(subjectId) ?? []);
}

import type { Context } from '#platform/context/context.ts';
import { neediestFirst } from '../../domain/resource-order.ts';
import { reviewState, type ReviewState } from '../../domain/review-state.ts';
import { publishedList, type PublishedLine } from '../published-list.ts';
import { lastReviews, usefulVotesOf, type LastReview } from './reader-marks.ts';
import { waitingByPublication } from './suggestions.ts';
import { deadLinksByPublication } from './web-links.ts';

/** Beyond, the list of the team would not be read anyway. */
const most = 5_000;

/** A published resource with what says whether it needs care. */
export interface TendedResource extends PublishedLine<'resource'> {
  state: ReviewState;
  votes: number;
  deadLinks: number;
  suggestions: number;
  lastReview: LastReview | null;
}

/** Every published resource, those that need care first. */
export async function tendedResources(ctx: Context): Promise<TendedResource[]> {
  const { db } = ctx;
  const [lines, votes, reviews, dead, waiting] = await Promise.all([
    publishedList(db, 'resource', {}, { limit: most }),
    usefulVotesOf(db),
    lastReviews(db),
    deadLinksByPublication(db),
    waitingByPublication(db),
  ]);
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  return lines
    .map((line) => ({
      ...line,
      state: reviewState(line.reviewOn, today),
      votes: votes.get(line.id) ?? 0,
      deadLinks: dead.get(line.id) ?? 0,
      suggestions: waiting.get(line.id) ?? 0,
      lastReview: reviews.get(line.id) ?? null,
    }))
    .sort(neediestFirst(today));
}

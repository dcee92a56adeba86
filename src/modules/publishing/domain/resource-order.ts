import { reviewState } from './review-state.ts';

interface Ranked {
  votes: number;
  reviewOn: Temporal.PlainDate | null;
  publishedAt: Temporal.Instant;
}

/** For readers: what is expired last, what helped most first, then the newest. */
export function usefulFirst(today: Temporal.PlainDate): (a: Ranked, b: Ranked) => number {
  const isExpired = (one: Ranked): number => (reviewState(one.reviewOn, today) === 'expired' ? 1 : 0);
  return (a, b) =>
    isExpired(a) - isExpired(b) || b.votes - a.votes || Temporal.Instant.compare(b.publishedAt, a.publishedAt);
}

interface Tended extends Ranked {
  deadLinks: number;
  suggestions: number;
}

/** For the team: what most needs care first: expired, due, with dead links or suggestions; then what never helped. */
export function neediestFirst(today: Temporal.PlainDate): (a: Tended, b: Tended) => number {
  const weight = (one: Tended): number => {
    const state = reviewState(one.reviewOn, today);
    return (
      (state === 'expired' ? 8 : state === 'due' ? 4 : 0) +
      (one.deadLinks > 0 ? 3 : 0) +
      (one.suggestions > 0 ? 2 : 0) +
      (one.votes === 0 ? 1 : 0)
    );
  };
  return (a, b) => weight(b) - weight(a) || a.votes - b.votes || Temporal.Instant.compare(a.publishedAt, b.publishedAt);
}

/** `due`: the day to read it again has come. `expired`: it came three months ago, and nobody did. */
export type ReviewState = 'fine' | 'soon' | 'due' | 'expired';

const soonDays = 30;
const graceMonths = 3;
/** How long something found right is trusted. */
export const reviewMonths = 12;

/** Where a publication stands with its review day. */
export function reviewState(reviewOn: Temporal.PlainDate | null, today: Temporal.PlainDate): ReviewState {
  if (!reviewOn) return 'fine';
  if (Temporal.PlainDate.compare(reviewOn.add({ months: graceMonths }), today) <= 0) return 'expired';
  if (Temporal.PlainDate.compare(reviewOn, today) <= 0) return 'due';
  return Temporal.PlainDate.compare(reviewOn, today.add({ days: soonDays })) <= 0 ? 'soon' : 'fine';
}

/** The next day to read again what was found right today. */
export function nextReviewDay(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.add({ months: reviewMonths });
}

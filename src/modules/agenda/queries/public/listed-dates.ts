import type { Reader } from '#platform/db/database.ts';
import {
  countOccurrences,
  listedOccurrences,
  occurrenceCounts,
  type ListedOccurrence,
  type OccurrenceFilter,
  type OccurrencePage,
} from '../listed-occurrences.ts';

/** A date in a list where each series stands once. */
export interface ListedDate extends ListedOccurrence {
  /** How many other dates of its event answer the same question. */
  others: number;
}

/** Dates that answer, each series by its first one, with how many there are in all. */
export async function listedDates(
  db: Reader,
  filter: OccurrenceFilter,
  page: OccurrencePage,
): Promise<{ dates: ListedDate[]; count: number }> {
  const ofSeries = { ...filter, firstOfSeries: true };
  const [found, count] = await Promise.all([listedOccurrences(db, ofSeries, page), countOccurrences(db, ofSeries)]);
  const series = found.filter(({ isSeries }) => isSeries).map(({ eventId }) => eventId);
  const counts = series.length > 0 ? await occurrenceCounts(db, { ...filter, eventIds: series }) : new Map();
  return { dates: found.map((date) => ({ ...date, others: (counts.get(date.eventId) ?? 1) - 1 })), count };
}

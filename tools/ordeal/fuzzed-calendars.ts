import fc from 'fast-check';
import { broken, mutated } from '#modules/agenda/imports/read/hostile-calendars.ts';
import { incomingDates } from '#modules/agenda/imports/read/incoming-dates.ts';
import { readSource } from '#modules/agenda/imports/read/read-source.ts';

export interface FuzzedCalendars {
  read: number;
  refused: number;
  dates: number;
  broken: string[];
  longest: number;
}

const options = { zone: 'Europe/Paris', now: '2026-11-22T12:00:00Z' };
const window = {
  after: Temporal.PlainDateTime.from('2024-11-22T00:00'),
  before: Temporal.PlainDateTime.from('2028-11-22T00:00'),
};

/** Reads calendars written or broken at random, and expands their dates. */
export function fuzzCalendars(seed: number, count: number, read: typeof readSource = readSource): FuzzedCalendars {
  const found: FuzzedCalendars = { read: 0, refused: 0, dates: 0, broken: [], longest: 0 };
  for (const text of fc.sample(fc.oneof(broken, mutated), { numRuns: count, seed })) {
    const startedAt = performance.now();
    try {
      const reading = read(new TextEncoder().encode(text), options);
      if (!reading) found.refused += 1;
      for (const event of reading?.events ?? []) found.dates += incomingDates(event, window).length;
    } catch (error) {
      found.broken.push(`${String(error)} · ${Buffer.from(text).toString('base64').slice(0, 200)}`);
    }
    found.read += 1;
    found.longest = Math.max(found.longest, performance.now() - startedAt);
  }
  return found;
}

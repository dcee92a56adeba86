import { expect, test } from 'vitest';
import { nextPlausibleDay } from './series-next-date.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const next = (past: string[], today: string, isYearly = false) =>
  nextPlausibleDay(past.map(day), day(today), { isYearly }).toString();

test.each([
  ['the second Tuesday of the next month', ['2026-03-10'], '2026-03-12', '2026-04-14'],
  ['never in the past', ['2025-01-14'], '2026-03-12', '2026-04-14'],
  ['the last one when there is no fifth', ['2026-01-30'], '2026-02-01', '2026-02-27'],
  ['two weeks on when it came every two weeks', ['2026-02-24', '2026-03-10'], '2026-03-11', '2026-03-24'],
  [
    'the same weekday when the weeks were months',
    ['2026-01-13', '2026-02-10', '2026-03-10'],
    '2026-03-11',
    '2026-04-14',
  ],
])('%s', (_what, past, today, wanted) => {
  expect(next(past, today)).toBe(wanted);
});

test('a year on, the same weekday of the month, for what comes once a year', () => {
  expect(next(['2026-06-13'], '2026-09-01', true)).toBe('2027-06-12');
});

import { expect, test } from 'vitest';
import { readMonth, weeksOf } from './month-grid.ts';

const weeks = (month: string) =>
  weeksOf(Temporal.PlainYearMonth.from(month)).map((week) => `${week[0]?.toString()} ${week.length}`);

test('a month is told by whole weeks, Monday first', () => {
  expect(weeks('2026-03')).toEqual([
    '2026-02-23 7',
    '2026-03-02 7',
    '2026-03-09 7',
    '2026-03-16 7',
    '2026-03-23 7',
    '2026-03-30 7',
  ]);
  expect(weeks('2027-02')).toEqual(['2027-02-01 7', '2027-02-08 7', '2027-02-15 7', '2027-02-22 7']);
});

test('only months are read', () => {
  expect(readMonth('2026-03')?.toString()).toBe('2026-03');
  for (const text of ['2026-13', '2026-3', '2026-00', '+002026-03', '', 'mars']) expect(readMonth(text)).toBeNull();
});

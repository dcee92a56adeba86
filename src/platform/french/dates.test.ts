import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatDate,
  formatDateRange,
  formatDateTime,
  formatRelativeDay,
  formatTime,
  formatTimeRange,
} from './dates.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test('writes a date in words, short or numeric', () => {
  expect(formatDate(day('2026-03-04'), { weekday: true })).toBe('mercredi 4\u00a0mars 2026');
  expect(formatDate(day('2026-03-01'))).toBe('1er\u00a0mars 2026');
  expect(formatDate(day('2026-09-12'), { style: 'short', year: false })).toBe('12\u00a0sept.');
  expect(formatDate(day('0987-03-04'), { style: 'numeric' })).toBe('04/03/0987');
});

test('says what two dates do not share', () => {
  expect(formatDateRange(day('2026-03-01'), day('2026-03-06'))).toBe('du 1er au 6\u00a0mars 2026');
  expect(formatDateRange(day('2026-02-28'), day('2026-03-02'))).toBe('du 28\u00a0février au 2\u00a0mars 2026');
  expect(formatDateRange(day('2026-12-30'), day('2027-01-02'))).toBe('du 30\u00a0décembre 2026 au 2\u00a0janvier 2027');
  expect(formatDateRange(day('2026-03-04'), day('2026-03-04'))).toBe('le 4\u00a0mars 2026');
});

test('writes hours the French way', () => {
  expect(formatTime(Temporal.PlainTime.from('08:30'))).toBe('8\u00a0h\u00a030');
  expect(formatTime(Temporal.PlainTime.from('14:00'))).toBe('14\u00a0h');
  expect(formatTime(Temporal.PlainTime.from('00:05'))).toBe('0\u00a0h\u00a005');
  expect(formatTimeRange(Temporal.PlainTime.from('09:00'), Temporal.PlainTime.from('12:30'))).toBe(
    'de 9\u00a0h à 12\u00a0h\u00a030',
  );
});

test('reads an instant in Paris unless told another zone', () => {
  const newYear = Temporal.Instant.from('2026-12-31T23:30:00Z');
  expect(formatDateTime(newYear)).toBe('1er\u00a0janvier 2027 à 0\u00a0h\u00a030');
  expect(formatDateTime(newYear, { zone: 'America/Cayenne' })).toBe('31\u00a0décembre 2026 à 20\u00a0h\u00a030');
  expect(formatTime(newYear.toZonedDateTimeISO('Indian/Reunion'))).toBe('3\u00a0h\u00a030');
});

test('follows the change of hour', () => {
  expect(formatTime(Temporal.Instant.from('2026-10-25T00:30:00Z'))).toBe('2\u00a0h\u00a030');
  expect(formatTime(Temporal.Instant.from('2026-10-25T01:30:00Z'))).toBe('2\u00a0h\u00a030');
  expect(formatTime(Temporal.Instant.from('2027-03-28T01:30:00Z'))).toBe('3\u00a0h\u00a030');
});

test.each([
  ['2026-03-04', 'aujourd’hui'],
  ['2026-03-05', 'demain'],
  ['2026-03-06', 'après-demain'],
  ['2026-03-03', 'hier'],
  ['2026-03-02', 'avant-hier'],
  ['2026-03-10', 'dans 6\u00a0jours'],
  ['2026-02-20', 'il y a 12\u00a0jours'],
  ['2026-03-25', 'dans 3\u00a0semaines'],
  ['2025-12-03', 'il y a 3\u00a0mois'],
  ['2023-03-04', 'il y a 3\u00a0ans'],
])('%s seen from 4 March is %s', (there, words) => {
  expect(formatRelativeDay(day(there), day('2026-03-04'))).toBe(words);
});

test('never counts one of something in the plural', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5000, max: 5000 }), (days) => {
      const today = day('2026-03-04');
      expect(formatRelativeDay(today.add({ days }), today)).not.toMatch(/(^|\s)[01]\u00a0/);
    }),
  );
});

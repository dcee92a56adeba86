import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay, workingDay, workingMinutes, workingTimeInWords } from './working-time.ts';

const zone = 'Europe/Paris';
const at = (text: string): Temporal.Instant => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();

describe('working time', () => {
  it.each([
    ['within a day', '2026-03-03T10:00', '2026-03-03T11:30', 90],
    ['from the evening to the morning', '2026-03-03T22:00', '2026-03-04T09:15', 15],
    ['over a weekend', '2026-03-06T16:00', '2026-03-09T10:00', 120],
    ['over the whole night of a change of hour', '2026-03-27T16:30', '2026-03-30T09:30', 60],
    ['over Easter Monday', '2026-04-03T16:00', '2026-04-07T10:00', 120],
    ['over the Ascension', '2026-05-13T16:00', '2026-05-15T10:00', 120],
    ['at night only', '2026-03-03T18:00', '2026-03-04T07:00', 0],
  ])('%s', (_name, from, to, minutes) => expect(workingMinutes(at(from), at(to), zone)).toBe(minutes));

  it.each(['2026-01-01', '2026-05-01', '2026-05-25', '2027-03-29', '2026-07-14', '2026-12-25', '2026-03-07'])(
    '%s is not worked',
    (day) => expect(isWorkingDay(Temporal.PlainDate.from(day))).toBe(false),
  );

  it('never goes back, and adds up', () => {
    const moments = fc
      .integer({ min: 0, max: 400 * 24 * 60 })
      .map((minutes) => at('2026-01-05T00:00').add({ minutes }));
    fc.assert(
      fc.property(moments, moments, moments, (...three) => {
        const [a, b, c] = three.sort((one, other) => Temporal.Instant.compare(one, other)) as typeof three;
        const whole = workingMinutes(a, c, zone);
        expect(workingMinutes(a, b, zone) + workingMinutes(b, c, zone)).toBe(whole);
        expect(whole).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });

  it('is said in words', () => {
    expect(workingTimeInWords(20)).toBe('moins d’une heure ouvrée');
    expect(workingTimeInWords(65)).toBe('1\u00a0heure ouvrée');
    expect(workingTimeInWords(200)).toBe('3\u00a0heures ouvrées');
    expect(workingTimeInWords(workingDay * 2 + 30)).toBe('2\u00a0jours ouvrés');
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { datesOfRule, readRule } from './recurrence.ts';
import { splitSeries, type Series, type SeriesPart } from './series-split.ts';

const first = Temporal.PlainDateTime.from('2026-01-01T18:00');
const window = { after: first, before: first.add({ days: 740 }) };

function datesOf(starts: Temporal.PlainDateTime, rule: string | null, further: readonly Temporal.PlainDateTime[]) {
  const kept = rule === null ? null : readRule(rule);
  const all = [...(kept ? datesOfRule(kept, starts, window) : [starts]), ...further];
  // A part of one date only says it, however far: it is compared as far as the rule is.
  const near = all.filter((date) => Temporal.PlainDateTime.compare(date, window.before) < 0);
  return [...new Set(near.map((date) => date.toString({ smallestUnit: 'minute' })))].sort();
}

const datesOfPart = (part: SeriesPart, { further }: Series) =>
  datesOf(
    part.starts,
    part.rule,
    part.further.map((rank) => further[rank]!),
  );

const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
const frequency = fc.oneof(
  fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=MONTHLY', 'FREQ=YEARLY', 'FREQ=MONTHLY;BYMONTHDAY=31'),
  fc.uniqueArray(weekday, { minLength: 1, maxLength: 3 }).map((days) => `FREQ=WEEKLY;BYDAY=${days.join(',')}`),
  fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, -1), weekday).map(([rank, day]) => `FREQ=MONTHLY;BYDAY=${rank}${day}`),
);
const ending = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 40 }).map((count) => `;COUNT=${count}`),
  fc
    .integer({ min: 1, max: 900 })
    .map((days) => `;UNTIL=${first.add({ days }).toPlainDate().toString().replaceAll('-', '')}`),
);
const series = fc
  .record({
    start: fc.integer({ min: 0, max: 60 }),
    rule: fc.option(fc.tuple(frequency, fc.integer({ min: 1, max: 3 }), ending)),
    further: fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 4 }),
  })
  .map(({ start, rule, further }): Series => ({
    starts: first.add({ days: start }),
    rule: rule && `${rule[0]};INTERVAL=${rule[1]}${rule[2]}`,
    further: further.map((days) => first.add({ days, hours: 1 })),
  }));

test('a series cut at any of its dates keeps every date once, those before on one side', () => {
  fc.assert(
    fc.property(series, fc.nat(), (whole, rank) => {
      const all = datesOf(whole.starts, whole.rule, whole.further);
      const at = all[rank % all.length]!;
      const parts = splitSeries(whole, Temporal.PlainDateTime.from(at));
      if (at === all[0]) {
        expect(parts).toBeNull();
        return;
      }
      expect(parts).not.toBeNull();
      expect(datesOfPart(parts!.before, whole)).toEqual(all.filter((date) => date < at));
      expect(datesOfPart(parts!.after, whole)).toEqual(all.filter((date) => date >= at));
    }),
    { numRuns: 250 },
  );
});

test('a series of ten times cut after three comes seven times more', () => {
  const whole = { starts: first, rule: 'FREQ=WEEKLY;COUNT=10', further: [] };
  const parts = splitSeries(whole, first.add({ weeks: 3 }));
  expect(parts?.before.rule).toBe('FREQ=WEEKLY;UNTIL=20260115T180000');
  expect(parts?.after).toMatchObject({ rule: 'FREQ=WEEKLY;COUNT=7;BYDAY=TH' });
});

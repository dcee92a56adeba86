import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfEvent, datesOfEvent } from './event-time.ts';
import { datesOfRule, endedAt, mostDates, readRule, writeRule } from './recurrence.ts';

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const day = (text: string) => Temporal.PlainDate.from(text);

interface Asked {
  frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  /** `TU`, `2TU`, `-1FR`. */
  days: readonly string[];
  monthDays: readonly number[];
  end: { count: number } | { until: string } | null;
}

/** The dates of a rule by walking every day since its start, as somebody with a paper calendar would. */
function walk(
  { frequency, interval, days, monthDays, end }: Asked,
  starts: Temporal.PlainDate,
  last: Temporal.PlainDate,
) {
  const found: string[] = [];
  const isIn = (date: Temporal.PlainDate): boolean => {
    const monday = (one: Temporal.PlainDate) => one.subtract({ days: one.dayOfWeek - 1 });
    const months = (date.year - starts.year) * 12 + date.month - starts.month;
    const passed = {
      DAILY: starts.until(date).days,
      WEEKLY: monday(starts).until(monday(date)).days / 7,
      MONTHLY: months,
      YEARLY: date.year - starts.year,
    }[frequency];
    if (passed % interval !== 0) return false;
    if (days.length > 0) {
      return days.some((told) => {
        if (codes[date.dayOfWeek - 1] !== told.slice(-2)) return false;
        const rank = Number(told.slice(0, -2) || 0);
        const fromEnd = -Math.ceil((date.daysInMonth - date.day + 1) / 7);
        return rank === 0 || rank === Math.ceil(date.day / 7) || rank === fromEnd;
      });
    }
    if (monthDays.length > 0)
      return monthDays.includes(date.day) || monthDays.includes(date.day - date.daysInMonth - 1);
    if (frequency === 'WEEKLY') return date.dayOfWeek === starts.dayOfWeek;
    if (frequency === 'MONTHLY') return date.day === starts.day;
    return frequency === 'DAILY' || (date.day === starts.day && date.month === starts.month);
  };
  for (let date = starts; Temporal.PlainDate.compare(date, last) < 0; date = date.add({ days: 1 })) {
    if (end && 'until' in end && Temporal.PlainDate.compare(date, day(end.until)) > 0) break;
    if (end && 'count' in end && found.length === end.count) break;
    if (isIn(date)) found.push(date.toString());
  }
  const first = starts.toString();
  return found[0] === first ? found : [first, ...found];
}

function ruleTextOf({ frequency, interval, days, monthDays, end }: Asked): string {
  return [
    `FREQ=${frequency}`,
    `INTERVAL=${interval}`,
    days.length > 0 && `BYDAY=${days.join(',')}`,
    monthDays.length > 0 && `BYMONTHDAY=${monthDays.join(',')}`,
    end && ('count' in end ? `COUNT=${end.count}` : `UNTIL=${end.until.replaceAll('-', '')}`),
  ]
    .filter(Boolean)
    .join(';');
}

const someDay = fc.integer({ min: 0, max: 1500 }).map((days) => day('2024-01-01').add({ days }));
const noPart = { days: fc.constant<string[]>([]), monthDays: fc.constant<number[]>([]) };
const code = fc.constantFrom(...codes);
const ranked = fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2), code).map(([rank, name]) => `${rank}${name}`);
const common = {
  interval: fc.integer({ min: 1, max: 4 }),
  end: fc.oneof(
    fc.constant(null),
    fc.record({ count: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ until: someDay.map((date) => date.toString()) }),
  ),
};
const asked: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({ ...common, ...noPart, frequency: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY') }),
  fc.record({
    ...common,
    ...noPart,
    frequency: fc.constant('WEEKLY'),
    days: fc.uniqueArray(code, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    ...common,
    ...noPart,
    frequency: fc.constant('MONTHLY'),
    days: fc.uniqueArray(ranked, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    ...common,
    ...noPart,
    frequency: fc.constant('MONTHLY'),
    monthDays: fc.uniqueArray(fc.constantFrom(1, 15, 28, 29, 30, 31, -1), { minLength: 1, maxLength: 3 }),
  }),
);

test('the dates of a rule are those found by walking every day', () => {
  fc.assert(
    fc.property(asked, someDay, fc.integer({ min: 0, max: 400 }), (rule, starts, skipped) => {
      const read = readRule(ruleTextOf(rule));
      expect(read).not.toBeNull();
      const at = starts.toPlainDateTime('18:30');
      const after = at.add({ days: skipped });
      const found = datesOfRule(read!, at, { after, before: starts.add({ days: 700 }).toPlainDateTime() });
      const wanted = walk(rule, starts, starts.add({ days: 700 })).filter(
        (date) => date >= after.toPlainDate().toString(),
      );
      expect(found.map((date) => date.toString())).toEqual(wanted.map((date) => `${date}T18:30:00`));
    }),
    { numRuns: 350 },
  );
});

test('a rule ended at a moment keeps what came until then, and nothing later', () => {
  fc.assert(
    fc.property(asked, someDay, fc.integer({ min: 0, max: 600 }), (rule, starts, days) => {
      fc.pre(!rule.end || !('count' in rule.end));
      const read = readRule(ruleTextOf(rule))!;
      const at = starts.toPlainDateTime('09:00');
      const window = { after: at, before: at.add({ days: 700 }) };
      const until = at.add({ days });
      const shorter = datesOfRule(endedAt(read, until), at, window);
      const whole = datesOfRule(read, at, window).filter((date) => Temporal.PlainDateTime.compare(date, until) <= 0);
      expect(shorter.map(String)).toEqual(whole.map(String));
    }),
    { numRuns: 120 },
  );
});

test('what no calendar of people needs is refused, and never takes long', () => {
  const hostile = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc
      .array(
        fc.tuple(
          fc.constantFrom(
            'FREQ',
            'INTERVAL',
            'COUNT',
            'UNTIL',
            'BYDAY',
            'BYMONTHDAY',
            'BYMONTH',
            'BYSETPOS',
            'BYWEEKNO',
            'BYYEARDAY',
            'WKST',
            'BYHOUR',
          ),
          fc.oneof(
            fc.constantFrom(
              'DAILY',
              'WEEKLY',
              'MONTHLY',
              'YEARLY',
              'SECONDLY',
              'MO',
              '53TU',
              '-1SU',
              '20261340',
              '20270230T990000Z',
              '366',
              '-366',
              '0',
              '',
            ),
            fc.array(fc.integer({ min: -400, max: 400 }), { maxLength: 5 }).map((list) => list.join(',')),
          ),
        ),
        { maxLength: 7 },
      )
      .map((parts) => parts.map((part) => part.join('=')).join(';')),
  );
  fc.assert(
    fc.property(hostile, fc.constantFrom('1970-01-01', '2026-02-28', '2028-02-29', '2090-12-31'), (text, starts) => {
      const rule = readRule(text);
      if (!rule) return;
      expect(readRule(writeRule(rule))).toEqual(rule);
      const began = performance.now();
      const after = Temporal.PlainDateTime.from('2026-01-01T00:00');
      const found = datesOfRule(rule, day(starts).toPlainDateTime('10:00'), { after, before: after.add({ years: 4 }) });
      expect(found.length).toBeLessThanOrEqual(mostDates);
      expect(performance.now() - began).toBeLessThan(2_000);
    }),
    { numRuns: 300 },
  );
});

test.each(['FREQ=DAILY;COUNT=99999', 'FREQ=DAILY;COUNT=20500'])('%s since 1970 still comes today', (text) => {
  const after = Temporal.PlainDateTime.from('2026-01-01T00:00');
  const found = datesOfRule(readRule(text)!, Temporal.PlainDateTime.from('1970-01-01T10:00'), {
    after,
    before: after.add({ days: 2 }),
  });
  expect(found.map(String)).toEqual(['2026-01-01T10:00:00', '2026-01-02T10:00:00']);
});

test('days that never come give no date', () => {
  const rule = readRule('FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2;COUNT=9')!;
  const starts = Temporal.PlainDateTime.from('1970-01-01T10:00');
  expect(datesOfRule(rule, starts, { after: starts.add({ days: 1 }), before: starts.add({ years: 60 }) })).toEqual([]);
});

describe('time on the clock of the place', () => {
  const weekly = (zone: string, starts: string, rule = 'FREQ=WEEKLY;COUNT=4') =>
    datesOfEvent(
      { zone, isAllDay: false, starts: Temporal.PlainDateTime.from(starts), ends: null, rule, alsoOn: [] },
      { after: Temporal.PlainDateTime.from(starts), before: Temporal.PlainDateTime.from(starts).add({ years: 2 }) },
    ).map(({ startsAt }) => startsAt.toString());

  test('a weekly meeting stays at 18 h when Paris changes hour', () => {
    expect(weekly('Europe/Paris', '2026-10-13T18:00')).toEqual([
      '2026-10-13T16:00:00Z',
      '2026-10-20T16:00:00Z',
      '2026-10-27T17:00:00Z',
      '2026-11-03T17:00:00Z',
    ]);
    expect(weekly('Europe/Paris', '2027-03-23T18:00', 'FREQ=WEEKLY;COUNT=2')).toEqual([
      '2027-03-23T17:00:00Z',
      '2027-03-30T16:00:00Z',
    ]);
  });

  test('Réunion and Guyane never change hour', () => {
    expect(weekly('Indian/Reunion', '2026-10-20T18:00', 'FREQ=WEEKLY;COUNT=2')).toEqual([
      '2026-10-20T14:00:00Z',
      '2026-10-27T14:00:00Z',
    ]);
    expect(weekly('America/Cayenne', '2027-03-23T18:00', 'FREQ=WEEKLY;COUNT=2')).toEqual([
      '2027-03-23T21:00:00Z',
      '2027-03-30T21:00:00Z',
    ]);
  });

  test('the night an hour is skipped, told twice, or 29 February', () => {
    const at = (starts: string, ends: string) => {
      const date = dateOfEvent(
        { zone: 'Europe/Paris', isAllDay: false },
        Temporal.PlainDateTime.from(starts),
        Temporal.PlainDateTime.from(ends),
      );
      return [date.startsAt.toString(), date.endsAt.toString(), date.lastOn.toString()];
    };
    // 2 h 30 does not exist that night: it is 3 h 30.
    expect(at('2027-03-28T02:30', '2027-03-28T04:00')).toEqual([
      '2027-03-28T01:30:00Z',
      '2027-03-28T02:00:00Z',
      '2027-03-28',
    ]);
    // 2 h 30 comes twice that night: the first.
    expect(at('2026-10-25T02:30', '2026-10-25T03:30')).toEqual([
      '2026-10-25T00:30:00Z',
      '2026-10-25T02:30:00Z',
      '2026-10-25',
    ]);
    // A dance that ends after midnight is of the day before, that night too.
    expect(at('2026-10-24T21:00', '2026-10-25T03:00')[2]).toBe('2026-10-24');
    expect(weekly('Europe/Paris', '2028-02-29T10:00', 'FREQ=YEARLY;COUNT=2')).toEqual(['2028-02-29T09:00:00Z']);
  });

  test('whole days last until the next midnight of the place, whatever the night does', () => {
    const { startsAt, endsAt } = dateOfEvent(
      { zone: 'Europe/Paris', isAllDay: true },
      Temporal.PlainDateTime.from('2026-10-25T00:00'),
      null,
    );
    expect(startsAt.until(endsAt).total('hours')).toBe(25);
  });
});

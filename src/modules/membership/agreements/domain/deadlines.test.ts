import { expect, test } from 'vitest';
import { agreementState } from './deadlines.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const dates = { startsOn: day('2026-01-01'), endsOn: day('2026-12-31'), noticeDays: 90, endedAt: null };

test.each([
  ['2025-12-31', 'coming'],
  ['2026-01-01', 'running'],
  ['2026-10-01', 'running'],
  ['2026-10-02', 'ending'],
  ['2026-12-31', 'ending'],
  ['2027-01-01', 'over'],
] as const)('on %s it is %s', (on, state) => expect(agreementState(dates, day(on))).toBe(state));

test('without end it runs until the team ends it', () => {
  expect(agreementState({ ...dates, endsOn: null }, day('2040-01-01'))).toBe('running');
  expect(agreementState({ ...dates, endedAt: Temporal.Instant.from('2026-02-01T00:00Z') }, day('2026-03-01'))).toBe(
    'over',
  );
});

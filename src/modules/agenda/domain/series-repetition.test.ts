import { expect, test } from 'vitest';
import { fitsStart, once, repetitionOf, ruleOf, type Repetition } from './series-repetition.ts';

const tuesday = Temporal.PlainDate.from('2026-09-08');
const asked = (change: Partial<Repetition>): Repetition => ({ ...once, ...change });

test.each([
  [asked({ rhythm: 'daily', times: 5 }), 'FREQ=DAILY;COUNT=5'],
  [asked({ rhythm: 'weekly' }), 'FREQ=WEEKLY;BYDAY=TU'],
  [asked({ rhythm: 'weekly', days: ['TH', 'TU'] }), 'FREQ=WEEKLY;BYDAY=TU,TH'],
  [asked({ rhythm: 'fortnightly' }), 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
  [asked({ rhythm: 'monthly_nth', until: '2027-06-30' }), 'FREQ=MONTHLY;BYDAY=2TU;UNTIL=20270630'],
  [asked({ rhythm: 'monthly_date' }), 'FREQ=MONTHLY;BYMONTHDAY=8'],
  [asked({ rhythm: 'yearly' }), 'FREQ=YEARLY'],
])('what the editor asks gives its rule', (repetition, rule) => {
  expect(ruleOf(repetition, tuesday)).toBe(rule);
});

test.each([
  ['FREQ=WEEKLY', 'weekly'],
  ['FREQ=WEEKLY;WKST=SU;BYDAY=TU,MO', 'weekly'],
  ['FREQ=WEEKLY;INTERVAL=2', 'fortnightly'],
  ['FREQ=MONTHLY;BYSETPOS=2;BYDAY=TU', 'monthly_nth'],
  ['FREQ=MONTHLY', 'monthly_date'],
  ['FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=8;INTERVAL=1', 'yearly'],
  ['FREQ=WEEKLY;INTERVAL=3', 'own'],
  ['FREQ=MONTHLY;BYDAY=1TU', 'own'],
  ['FREQ=DAILY;BYDAY=MO,TU', 'own'],
])('%s comes back to the editor as %s', (rule, rhythm) => {
  const repetition = repetitionOf(rule, tuesday);
  expect(repetition.rhythm).toBe(rhythm);
  if (rhythm === 'own') expect(ruleOf(repetition, tuesday)).toBe(rule);
});

test('the end of a rule comes back as it was typed', () => {
  for (const change of [{ until: '2027-06-30' }, { times: 12 }, {}]) {
    const repetition = asked({ rhythm: 'weekly', days: ['TU'], ...change });
    expect(repetitionOf(ruleOf(repetition, tuesday), tuesday)).toEqual(repetition);
  }
});

test('a fifth Tuesday is the last one, and a first date stands among the days ticked', () => {
  const fifth = Temporal.PlainDate.from('2026-09-29');
  expect(ruleOf(asked({ rhythm: 'monthly_nth' }), fifth)).toBe('FREQ=MONTHLY;BYDAY=-1TU');
  expect(fitsStart(asked({ rhythm: 'weekly', days: ['MO'] }), tuesday)).toBe(false);
  expect(fitsStart(asked({ rhythm: 'weekly' }), tuesday)).toBe(true);
  expect(fitsStart(asked({ rhythm: 'monthly_last' }), tuesday)).toBe(false);
  expect(fitsStart(asked({ rhythm: 'monthly_last' }), fifth)).toBe(true);
});

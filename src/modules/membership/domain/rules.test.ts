import { describe, expect, test } from 'vitest';
import { stateAfter } from './application-states.ts';
import { isOpenOn, periodFrom, type CampaignPeriod } from './period.ts';
import { readAnswers } from './questions.ts';
import { whomToRemind, type Reachable } from './reminder-target.ts';
import { delayDue } from './reminders-due.ts';
import { standingOf } from './standing.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const civil: CampaignPeriod = {
  periodKind: 'fixed',
  startsOn: day('2027-01-01'),
  endsOn: day('2027-12-31'),
  rollingMonths: 12,
  graceDays: 90,
};
const days = ({ startsOn, endsOn, graceUntil }: ReturnType<typeof periodFrom>) =>
  [startsOn, endsOn, graceUntil].map(String);

describe('the days of a membership', () => {
  test('who joins during the year is a member from that day to its end', () => {
    expect(days(periodFrom(civil, day('2027-05-04'), null))).toEqual(['2027-05-04', '2027-12-31', '2028-03-30']);
  });
  test('who joins before the year begins does not wait for it', () => {
    expect(days(periodFrom(civil, day('2026-11-22'), null))[0]).toBe('2026-11-22');
  });
  test('who renews early goes on from the day after, without gap nor overlap', () => {
    expect(days(periodFrom(civil, day('2026-11-22'), day('2026-12-31'))).slice(0, 2)).toEqual([
      '2027-01-01',
      '2027-12-31',
    ]);
  });
  test('months from the day one joins, the last day of a month included', () => {
    const rolling: CampaignPeriod = { ...civil, periodKind: 'rolling', graceDays: 0 };
    expect(days(periodFrom(rolling, day('2027-03-15'), null)).slice(0, 2)).toEqual(['2027-03-15', '2028-03-14']);
    expect(days(periodFrom(rolling, day('2028-02-29'), null)).slice(0, 2)).toEqual(['2028-02-29', '2029-02-27']);
    expect(days(periodFrom(rolling, day('2027-03-10'), day('2027-03-20'))).slice(0, 2)).toEqual([
      '2027-03-21',
      '2028-03-20',
    ]);
  });
});

test('a campaign takes applications between its days, once open', () => {
  const campaign = { state: 'open' as const, opensOn: day('2026-11-01'), closesOn: day('2027-03-31') };
  expect(isOpenOn(campaign, day('2026-11-01'))).toBe(true);
  expect(isOpenOn(campaign, day('2027-03-31'))).toBe(true);
  expect(isOpenOn(campaign, day('2026-10-31'))).toBe(false);
  expect(isOpenOn(campaign, day('2027-04-01'))).toBe(false);
  expect(isOpenOn({ ...campaign, state: 'draft' }, day('2026-12-01'))).toBe(false);
});

test('a member is up to date, then late, then no longer one', () => {
  const membership = {
    state: 'running' as const,
    startsOn: day('2027-01-01'),
    endsOn: day('2027-12-31'),
    graceUntil: day('2028-03-30'),
  };
  const on = (date: string) => standingOf(membership, day(date));
  expect([
    on('2026-12-31'),
    on('2027-01-01'),
    on('2027-12-31'),
    on('2028-01-01'),
    on('2028-03-30'),
    on('2028-03-31'),
  ]).toEqual(['coming', 'current', 'current', 'late', 'late', 'former']);
  expect(standingOf({ ...membership, state: 'left' }, day('2027-05-01'))).toBe('former');
});

test('an application waits for its money, then for a yes when the statutes ask for one', () => {
  expect(stateAfter({ isSettled: false, needsBoard: true, isApproved: true })).toBe('awaiting_payment');
  expect(stateAfter({ isSettled: true, needsBoard: true, isApproved: false })).toBe('awaiting_board');
  expect(stateAfter({ isSettled: true, needsBoard: true, isApproved: true })).toBe('accepted');
  expect(stateAfter({ isSettled: true, needsBoard: false, isApproved: false })).toBe('accepted');
});

describe('one right person', () => {
  const person = (name: string, more: Partial<Reachable> = {}): Reachable => ({
    personId: null,
    name,
    role: '',
    email: `${name.toLowerCase()}@exemple.fr`,
    isContact: false,
    position: 0,
    ...more,
  });
  test('the contact of the membership, then who keeps the accounts, then who presides', () => {
    const board = [
      person('Paul', { role: 'Président', position: 0 }),
      person('Tara', { role: 'Trésorière', position: 1 }),
      person('Marc', { role: 'membre du bureau', position: 2 }),
    ];
    expect(whomToRemind(board)?.name).toBe('Tara');
    expect(whomToRemind([...board, person('Cleo', { isContact: true })])?.name).toBe('Cleo');
    expect(whomToRemind(board.filter(({ name }) => name !== 'Tara'))?.name).toBe('Paul');
  });
  test('who has an address before who has none; somebody to call when nobody has', () => {
    const none = person('Cleo', { isContact: true, email: null });
    expect(whomToRemind([none, person('Marc', { position: 3 })])?.name).toBe('Marc');
    expect(whomToRemind([none])).toMatchObject({ name: 'Cleo', email: null });
    expect(whomToRemind([])).toBeNull();
  });
});

test('each delay is told once, the latest only, and never long after', () => {
  const ends = day('2026-12-31');
  const due = (today: string, told: number[] = []) => delayDue([-30, 15, 45], ends, day(today), told);
  expect(due('2026-11-30')).toBeNull();
  expect(due('2026-12-01')).toBe(-30);
  expect(due('2026-12-01', [-30])).toBeNull();
  expect(due('2026-12-20')).toBeNull();
  expect(due('2027-01-15', [-30])).toBe(15);
  expect(due('2027-02-14', [-30])).toBe(45);
  expect(due('2027-02-20', [-30, 45])).toBeNull();
});

test('only the questions asked are answered, among the answers proposed', () => {
  const asked = [
    { key: 'mode', label: 'Mode', kind: 'choice' as const, choices: ['A', 'B'], isRequired: true, who: [] },
    { key: 'ok', label: 'Oui', kind: 'yes' as const, choices: [], isRequired: false, who: [] },
  ];
  expect(readAnswers(asked, { mode: 'A', ok: 'oui', intrus: 'x' })).toEqual({
    answers: { mode: 'A', ok: 'oui' },
    errors: {},
  });
  expect(Object.keys(readAnswers(asked, { mode: 'C' }).errors)).toEqual(['mode']);
  expect(Object.keys(readAnswers(asked, {}).errors)).toEqual(['mode']);
});

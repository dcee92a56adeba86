import { expect, test } from 'vitest';
import { actionMoment, placedMilestones } from './action-time.ts';

const today = Temporal.PlainDate.from('2026-11-22');
const dates = { startsOn: null, endsOn: null, outcome: '' };

test.each([
  ['without dates, it runs', {}, 'running'],
  ['starting tomorrow, it comes', { startsOn: '2026-11-23' }, 'coming'],
  ['starting today, it runs', { startsOn: '2026-11-22' }, 'running'],
  ['ending today, it runs', { endsOn: '2026-11-22' }, 'running'],
  ['ended yesterday, it is over', { endsOn: '2026-11-21' }, 'over'],
  ['with an outcome told, it is over whatever its dates', { endsOn: '2027-01-01', outcome: 'Fait.' }, 'over'],
] as const)('%s', (_case, change, moment) => expect(actionMoment({ ...dates, ...change }, today)).toBe(moment));

test('one milestone is next: the first to come that is not done', () => {
  const milestones = [
    { on: null, label: 'Un jour', isDone: false },
    { on: '2027-02-01', label: 'Bilan', isDone: false },
    { on: '2026-12-01', label: 'Visite', isDone: false },
    { on: '2026-11-01', label: 'Relance', isDone: false },
    { on: '2026-10-01', label: 'Lancement', isDone: true },
    { on: '2026-10-02', label: '', isDone: true },
  ];
  expect(placedMilestones(milestones, today).map(({ label, state }) => [label, state])).toEqual([
    ['Lancement', 'done'],
    ['Relance', 'late'],
    ['Visite', 'next'],
    ['Bilan', 'later'],
    ['Un jour', 'later'],
  ]);
});

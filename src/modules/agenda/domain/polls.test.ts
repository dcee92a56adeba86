import { expect, test } from 'vitest';
import { inRotation, standings, type Answered, type PollChoice } from './polls.ts';

const answer = (choices: Record<string, PollChoice>, isNeeded = false): Answered => ({
  isNeeded,
  choices: new Map(Object.entries(choices)),
});
const best = (answers: Answered[]) =>
  standings(['mon', 'tue', 'wed'], answers)
    .filter(({ isBest }) => isBest)
    .map(({ slotId }) => slotId);

test('no date is best before somebody could come', () => {
  expect(best([])).toEqual([]);
  expect(best([answer({ mon: 'no', tue: 'no', wed: 'no' })])).toEqual([]);
});

test('the most yes wins, then the most « if need be »; equals are all best', () => {
  const [one, two] = [
    answer({ mon: 'yes', tue: 'yes', wed: 'maybe' }),
    answer({ mon: 'maybe', tue: 'no', wed: 'maybe' }),
  ];
  expect(best([one, two])).toEqual(['mon']);
  expect(best([one])).toEqual(['mon', 'tue']);
  expect(standings(['mon'], [one, two])[0]).toMatchObject({ yes: 1, maybe: 1, no: 0 });
});

test('a no of somebody needed rules a date out, whatever the others say', () => {
  const many = Array.from({ length: 9 }, () => answer({ mon: 'yes', tue: 'maybe' }));
  const chair = answer({ mon: 'no', tue: 'maybe' }, true);
  expect(best([...many, chair])).toEqual(['tue']);
  expect(standings(['mon'], [...many, chair])[0]).toMatchObject({ yes: 9, isBlocked: true, isBest: false });
  expect(best([...many, answer({ mon: 'no' })])).toEqual(['mon']);
});

test('a date that nobody said anything of is not best, even without any no', () => {
  expect(best([answer({ mon: 'maybe' })])).toEqual(['mon']);
});

test('hosts come in turn: never received first, then the longest ago, then the most wished', () => {
  const on = (text: string) => Temporal.PlainDate.from(text);
  const hosts = [
    { hostId: 'recent', votes: 9, lastHostedOn: on('2026-09-01') },
    { hostId: 'old', votes: 0, lastHostedOn: on('2025-02-01') },
    { hostId: 'never', votes: 1, lastHostedOn: null },
    { hostId: 'never, wished', votes: 4, lastHostedOn: null },
  ];
  expect(inRotation(hosts).map(({ hostId }) => hostId)).toEqual(['never, wished', 'never', 'old', 'recent']);
});

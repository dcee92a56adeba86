import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { needsAnswer, requestStates, stateAfter, type RequestAct } from './request-states.ts';

const acts: readonly RequestAct[] = ['assign', 'release', 'answer', 'write-again', 'close', 'reopen'];

it.each([
  ['waiting', true, 'assign', 'taken'],
  ['answered', true, 'assign', 'answered'],
  ['closed', true, 'assign', null],
  ['taken', false, 'release', 'waiting'],
  ['waiting', false, 'answer', 'answered'],
  ['answered', true, 'answer', 'answered'],
  ['closed', true, 'answer', null],
  ['answered', false, 'write-again', 'waiting'],
  ['closed', true, 'write-again', 'taken'],
  ['answered', true, 'close', 'closed'],
  ['closed', true, 'close', null],
  ['closed', false, 'reopen', 'waiting'],
  ['closed', true, 'reopen', 'taken'],
  ['answered', true, 'reopen', null],
] as const)('%s (assigned: %s), %s → %s', (state, isAssigned, act, expected) => {
  expect(stateAfter({ state, isAssigned }, act)).toBe(expected);
});

it('whatever happens, the one who wrote last and was not answered is waited upon', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...requestStates),
      fc.boolean(),
      fc.array(fc.constantFrom(...acts), { maxLength: 12 }),
      (start, isAssigned, played) => {
        let state = start;
        for (const act of played) state = stateAfter({ state, isAssigned }, act) ?? state;
        const after = stateAfter({ state, isAssigned }, 'write-again');
        expect(after !== null && needsAnswer(after)).toBe(true);
      },
    ),
  );
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOutcome, agreementStates, isWithheld, mayBecome, peopleOnPhoto } from './agreement.ts';
import { readKeywords } from './keywords.ts';
import { agreementWording } from './wording.ts';

const answers = fc.array(fc.constantFrom(...agreementStates), { maxLength: 6 });
const people = fc.constantFrom(...peopleOnPhoto);

describe('a photo with people', () => {
  it('shows only when at least one is named and all have agreed', () => {
    fc.assert(
      fc.property(answers, (list) => {
        expect(isWithheld('people', list)).toBe(!(list.length > 0 && list.every((answer) => answer === 'given')));
      }),
    );
  });

  it('is hidden by one refusal or withdrawal, whatever is said of it', () => {
    fc.assert(
      fc.property(people, answers, fc.constantFrom('refused' as const, 'withdrawn' as const), (said, list, no) => {
        expect(isWithheld(said, [...list, no])).toBe(true);
        expect(agreementOutcome(said, [...list, no])).toBe('refused');
      }),
    );
  });

  it('shows when nobody can be recognised, or nobody looked yet', () => {
    expect(isWithheld('nobody_recognisable', [])).toBe(false);
    expect(isWithheld('unsaid', [])).toBe(false);
  });
});

it('the word of a list says what the rule does', () => {
  fc.assert(
    fc.property(people, answers, (said, list) => {
      const isHidden = ['waiting', 'refused'].includes(agreementOutcome(said, list));
      if (said === 'people' || list.length === 0) expect(isWithheld(said, list)).toBe(isHidden);
    }),
  );
});

it('answers follow each other: only what was given is withdrawn, and a mind may change', () => {
  expect(mayBecome('asked', 'given')).toBe(true);
  expect(mayBecome('refused', 'given')).toBe(true);
  expect(mayBecome('withdrawn', 'given')).toBe(true);
  expect(mayBecome('given', 'withdrawn')).toBe(true);
  expect(mayBecome('asked', 'withdrawn')).toBe(false);
  expect(mayBecome('given', 'refused')).toBe(false);
  for (const from of agreementStates) expect(mayBecome(from, 'asked')).toBe(false);
});

it('keywords are each said once, in lower case, and not without end', () => {
  expect(readKeywords(' Vélo, vélo ;Réemploi\n  fête   de la récup ,,')).toEqual([
    'vélo',
    'réemploi',
    'fête de la récup',
  ]);
  expect(readKeywords(Array.from({ length: 90 }, (_, at) => `mot ${at}`).join(','))).toHaveLength(30);
});

it('what is agreed to names the hub, and speaks of the child for a minor', () => {
  expect(agreementWording({ hubName: 'Pôle des Vallons', isMinor: false })).toContain('Pôle des Vallons');
  expect(agreementWording({ hubName: 'Pôle', isMinor: true })).toContain('mon enfant');
});

import { expect, test } from 'vitest';
import type { Question } from './questions.ts';
import { saidAnswers } from './said-answers.ts';

const questions: Question[] = [
  { kind: 'phone', isRequired: false },
  { kind: 'presence', isRequired: true },
  { kind: 'ride', isRequired: false },
  { kind: 'several', key: 'q1', label: 'Quels ateliers ?', hint: '', choices: ['Pain', 'Bois'], isRequired: false },
];

test('answers are read under the words of their questions, and none is lost with its question', () => {
  const answers = {
    presence: 'proxy',
    ride: 'offer',
    rideFrom: 'Janzé',
    rideSeats: '2',
    q1: ['Pain', 'Bois'],
    q0: 'Oui',
  };
  const row = { answers, organizationName: '', municipality: '', phone: '02 61 91 00 00' };
  expect(saidAnswers(questions, row)).toEqual([
    'À l’assemblée\u00a0: Je donne pouvoir',
    'Covoiturage\u00a0: Je propose des places, de Janzé, 2 pl.',
    'Quels ateliers ?\u00a0: Pain, Bois',
    'Oui',
  ]);
});

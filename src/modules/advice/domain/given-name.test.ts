import { expect, it } from 'vitest';
import { fillReadyAnswer, givenNameIn, greeting } from './given-name.ts';

it.each([
  ['Yann Ar Mor', 'Yann'],
  ['Maëlle', 'Maëlle'],
  ['Jean-Yves Le Goff', 'Jean-Yves'],
  ['Les Jardins du Semnon', ''],
  ['L’Écluse', ''],
  ['Mme Guégan', ''],
  ['https://casino.example', ''],
  ['yann', ''],
  ['', ''],
])('%s → %s', (name, given) => expect(givenNameIn(name)).toBe(given));

it('fills an answer, with or without a name', () => {
  expect(fillReadyAnswer('Bonjour {prénom},\n\nMerci {prenom} !', 'Awa Diallo')).toBe('Bonjour Awa,\n\nMerci Awa !');
  expect(fillReadyAnswer('Bonjour {prénom},', 'Les Jardins')).toBe('Bonjour,');
  expect(fillReadyAnswer('{prénom}, bonjour', 'Awa Diallo')).toBe('Awa, bonjour');
  expect(greeting('Awa Diallo')).toBe('Bonjour Awa,');
  expect(greeting('une asso')).toBe('Bonjour,');
});

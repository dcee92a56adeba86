import { expect, test } from 'vitest';
import { namesOf } from './names-of.ts';

test.each([
  ['Jeanne Le Goff', 'Jeanne', 'Le Goff'],
  ['LE GOFF Jeanne', 'Jeanne', 'LE GOFF'],
  ['Jean-Yves KERVELLA', 'Jean-Yves', 'KERVELLA'],
  ['Kervella', '', 'Kervella'],
  ['  ', '', ''],
])('« %s »', (name, givenName, familyName) => expect(namesOf(name)).toEqual({ givenName, familyName }));

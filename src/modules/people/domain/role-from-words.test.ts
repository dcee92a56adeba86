import { expect, test } from 'vitest';
import { roleFromWords } from './role-from-words.ts';

test.each([
  ['Présidente', 'chair'],
  ['co-président', 'chair'],
  ['Vice-présidente', 'board_member'],
  ['Trésorière adjointe', 'treasurer'],
  ['Secrétaire général', 'secretary'],
  ['Administratrice', 'board_member'],
  ['Directeur', 'director'],
  ['Coordination', 'employee'],
  ['Chargée de développement', 'employee'],
  ['bénévole', 'volunteer'],
  ['Secrétaire de mairie', 'other'],
  ['', 'contact'],
])('%s is %s', (words, kind) => expect(roleFromWords(words)).toBe(kind));

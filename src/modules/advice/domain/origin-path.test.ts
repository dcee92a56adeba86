import { expect, it } from 'vitest';
import { originPath } from './origin-path.ts';

it.each([
  ['/', '/'],
  ['/vous-etes/association', '/vous-etes/association'],
  ['/annuaire?q=miel#carte', '/annuaire'],
  ['https://ailleurs.example/', ''],
  ['//ailleurs.example', ''],
  ['/\\ailleurs.example', ''],
  ['javascript:alert(1)', ''],
  ['/page"><script>', ''],
  ['/demande/un-secret', ''],
  ['/gestion/demandes', ''],
  ['/apercu/kZ3xPq9LmN0aBcDeFgHiJkLmNoPqRsTu', ''],
  ['/propositions/kZ3xPq9LmN0aBcDeFgHiJkLmNoPqRsTu', ''],
  ['/actualites/un-cafe-ouvre-a-pipriac-samedi', '/actualites/un-cafe-ouvre-a-pipriac-samedi'],
  [`/${'a'.repeat(400)}`, ''],
  ['', ''],
])('%s → %s', (given, expected) => expect(originPath(given)).toBe(expected));

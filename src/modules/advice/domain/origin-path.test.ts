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
  [`/${'a'.repeat(400)}`, ''],
  ['', ''],
])('%s → %s', (given, expected) => expect(originPath(given)).toBe(expected));

import { expect, test } from 'vitest';
import { needFamiliesOf, needFamilyOf } from './need-families.ts';

test.each([
  ['Un local de 80 m² en centre-bourg', 'place'],
  ['Deux bénévoles le jeudi matin', 'people'],
  ['De futurs associés', 'people'],
  ['3 000 € de trésorerie', 'money'],
  ['Un prêt relais', 'money'],
  ['Une remorque à vélo', 'equipment'],
  ['Un conseil juridique sur les statuts', 'skills'],
  ['Des producteurs à moins de 30 km', 'partners'],
  ['Du courage', null],
])('%s', (need, family) => expect(needFamilyOf(need)).toBe(family));

test('gathers the families of a project', () => {
  expect(needFamiliesOf(['Un local', 'Une salle', 'Des bénévoles', 'De la chance'])).toEqual(
    new Set(['place', 'people']),
  );
});

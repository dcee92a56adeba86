import { expect, test } from 'vitest';
import { isNearTitle } from './near-title.ts';

test('the same event told otherwise is recognised', () => {
  expect(isNearTitle('Troc de plantes', 'Grand troc de plantes de printemps')).toBe(true);
  expect(isNearTitle('Fête de la récup’', 'La fête de la récup')).toBe(true);
  expect(isNearTitle('ASSEMBLÉE GÉNÉRALE', 'Assemblée générale')).toBe(true);
  expect(isNearTitle('Café des parents', 'Cafés parents')).toBe(true);
});

test('another event of the same kind is not', () => {
  expect(isNearTitle('Atelier vélo', 'Atelier couture')).toBe(false);
  expect(isNearTitle('Assemblée générale', 'Assemblée générale des Haies vives et pot de départ')).toBe(false);
  expect(isNearTitle('Marché', 'Concert')).toBe(false);
  expect(isNearTitle('', 'Concert')).toBe(false);
});

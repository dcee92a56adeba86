import { describe, expect, it } from 'vitest';
import { passwordWeakness } from './password-rules.ts';

describe('passwordWeakness', () => {
  it.each(['courtes', ''])('refuses the short « %s »', (password) =>
    expect(passwordWeakness(password)).toBe('too_short'),
  );
  it('counts signs, not bytes', () => expect(passwordWeakness('é🐝ruches')).toBe(null));
  it('takes 128 signs and no more', () => {
    expect(passwordWeakness('la ruche '.repeat(14).slice(0, 126) + 'qz')).toBe(null);
    expect(passwordWeakness('x y'.repeat(43))).toBe('too_long');
  });
  it.each([
    'motdepasse',
    'Motdepasse1!',
    'AZERTYUIOP',
    'azerty123',
    'Soleil2026',
    'été_2026',
    '12345678',
    '1234567890',
    '87654321',
    'aaaaaaaa',
    'azerazer',
    '20262026',
  ])('refuses the common « %s »', (password) => expect(passwordWeakness(password)).toBe('too_common'));
  it('refuses the person’s own name and address', () => {
    expect(passwordWeakness('Guégan2026', ['Maëlle', 'Guégan'])).toBe('too_common');
  });
  it.each(['trois abeilles au pré', 'zxq7wpmd', 'correcte-batterie'])('takes « %s »', (password) =>
    expect(passwordWeakness(password)).toBe(null),
  );
});

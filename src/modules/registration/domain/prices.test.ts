import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centsTyped, priceAfter, promoTyped } from './prices.ts';

test('a price is a whole number of cents, never under zero, never above what it was', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 100 }), fc.nat(1_000_000), (cents, percent, off) => {
      const byShare = priceAfter(cents, { code: 'A', label: '', percent, cents: null });
      const byAmount = priceAfter(cents, { code: 'A', label: '', percent: null, cents: off });
      for (const price of [byShare, byAmount]) {
        expect(Number.isSafeInteger(price)).toBe(true);
        expect(price).toBeGreaterThanOrEqual(0);
        expect(price).toBeLessThanOrEqual(cents);
      }
      // Less than a cent is ever lost to rounding, and always to her advantage.
      expect(cents * (100 - percent) - byShare * 100).toBeGreaterThanOrEqual(0);
      expect(cents * (100 - percent) - byShare * 100).toBeLessThan(100);
    }),
  );
});

test('an amount typed and told again is the same amount', () => {
  fc.assert(
    fc.property(fc.nat(99_999_999), (cents) => {
      const text = `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')} €`;
      expect(centsTyped(text)).toBe(cents);
    }),
  );
  expect(['12', '12.5', '1 234,50', '0'].map(centsTyped)).toEqual([1200, 1250, 123_450, 0]);
  for (const text of ['', 'douze', '-3', '1,234', '12,5,0', '1e3']) expect(centsTyped(text)).toBeNull();
});

test('a code is recognised whatever its case and spaces', () => {
  const codes = [{ code: 'Été 2026', label: '', percent: 10, cents: null }];
  expect(promoTyped(codes, ' été2026 ')).toBe(codes[0]);
  expect(promoTyped(codes, 'hiver')).toBeNull();
  expect(promoTyped(codes, '')).toBeNull();
});

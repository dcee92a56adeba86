import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatBytes, formatKilometres, formatMoney, formatNumber, formatPercent } from './numbers.ts';

test('groups by thousands with a narrow no-break space', () => {
  expect(formatNumber(1234567.891)).toBe('1\u202f234\u202f567,89');
  expect(formatNumber(-42)).toBe('−42');
  expect(formatNumber(-0.001)).toBe('0');
  expect(formatNumber(2n ** 60n)).toBe('1\u202f152\u202f921\u202f504\u202f606\u202f846\u202f976');
  expect(() => formatNumber(1, { decimals: 9 })).toThrow(RangeError);
});

test('writes percentages, distances and sizes', () => {
  expect(formatPercent(0.125, { decimals: 1 })).toBe('12,5\u202f%');
  expect(formatPercent(1)).toBe('100\u202f%');
  expect([0.004, 0.853, 0.996, 3.42, 9.96, 24.4].map(formatKilometres)).toEqual(
    ['0 m', '850 m', '1 km', '3,4 km', '10 km', '24 km'].map((text) => text.replace(' ', '\u00a0')),
  );
  expect([0, 1, 812, 1000, 1_240_000, 999_999_999, 5e12].map(formatBytes)).toEqual(
    ['0 octet', '1 octet', '812 octets', '1 ko', '1,2 Mo', '1 Go', '5 To'].map((text) => text.replace(' ', '\u00a0')),
  );
});

test('writes money from cents', () => {
  expect(formatMoney(1200)).toBe('12\u00a0€');
  expect(formatMoney(1200, { cents: 'always' })).toBe('12,00\u00a0€');
  expect(formatMoney(-123450)).toBe('−1\u202f234,50\u00a0€');
  expect(() => formatMoney(12.5)).toThrow(RangeError);
});

test('loses no cent', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (cents) => {
      fc.pre(Math.abs(cents) < 1e13);
      const digits = formatMoney(cents, { cents: 'always' })
        .replace('−', '-')
        .replace(/[^\d-]/g, '');
      expect(Number(digits)).toBe(cents);
    }),
  );
});

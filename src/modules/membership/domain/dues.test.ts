import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bracketOf, duesOf, rangeOf, type Bracket } from './dues.ts';
import { sharesOf } from './shares.ts';

const brackets: Bracket[] = [
  { upTo: null, amount: 12_000 },
  { upTo: 10_000, amount: 2000 },
  { upTo: 100_000, amount: 5000 },
];

describe('dues', () => {
  test.each([
    [0, 2000],
    [10_000, 2000],
    [10_001, 5000],
    [100_000, 5000],
    [100_001, 12_000],
  ])('a budget of %i € owes %i cents, whatever the order brackets were typed in', (budget, cents) => {
    expect(duesOf({ kind: 'budget', amount: 0, brackets }, { budget })).toEqual({ cents });
  });

  test('what the price stands on is asked for, never guessed', () => {
    expect(duesOf({ kind: 'budget', amount: 0, brackets }, { budget: null })).toEqual({ problem: 'budget_needed' });
    expect(duesOf({ kind: 'staff', amount: 0, brackets }, { staff: Number.NaN })).toEqual({ problem: 'staff_needed' });
    expect(duesOf({ kind: 'free', amount: 1000, brackets: [] }, { chosen: 999 })).toEqual({ problem: 'too_little' });
    expect(duesOf({ kind: 'free', amount: 1000, brackets: [] }, { chosen: 1000 })).toEqual({ cents: 1000 });
    expect(duesOf({ kind: 'free', amount: 1000, brackets: [] }, { chosen: 10.5 })).toEqual({
      problem: 'amount_needed',
    });
  });

  test('a fixed price does not hear what the form says of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e8 }), fc.integer(), fc.double(), (amount, chosen, staff) => {
        expect(duesOf({ kind: 'fixed', amount, brackets: [] }, { chosen, staff, budget: chosen })).toEqual({
          cents: amount,
        });
      }),
    );
  });

  test('brackets that rise make dues that rise, each in the range told', () => {
    const rising = fc.uniqueArray(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 8 }).chain((ends) =>
      fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: ends.length, maxLength: ends.length }).map((amounts) => {
        const sorted = amounts.toSorted((a, b) => a - b);
        return ends.toSorted((a, b) => a - b).map((upTo, index): Bracket => ({ upTo, amount: sorted[index] ?? 0 }));
      }),
    );
    fc.assert(
      fc.property(rising, fc.integer({ min: 0, max: 2e6 }), fc.integer({ min: 0, max: 2e6 }), (list, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const shuffled = list.toReversed();
        expect(bracketOf(shuffled, low)).toBeLessThanOrEqual(bracketOf(shuffled, high));
        const { least, most } = rangeOf({ kind: 'budget', amount: 0, brackets: shuffled });
        expect(bracketOf(shuffled, one)).toBeGreaterThanOrEqual(least);
        expect(bracketOf(shuffled, one)).toBeLessThanOrEqual(most ?? Infinity);
      }),
    );
  });
});

test('a sum received for several dues is shared out to the cent, none beyond what it owes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1e8 }), { maxLength: 50 }),
      fc.integer({ min: 0, max: 1e9 }),
      (dues, received) => {
        const shares = sharesOf(received, dues);
        const total = dues.reduce((sum, due) => sum + due, 0);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(Math.min(received, total));
        for (const [index, share] of shares.entries()) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(dues[index] ?? 0);
        }
        // The first ones are whole before the next ones begin.
        const cut = shares.findIndex((share, index) => share < (dues[index] ?? 0));
        if (cut !== -1) for (const share of shares.slice(cut + 1)) expect(share).toBe(0);
      },
    ),
  );
});

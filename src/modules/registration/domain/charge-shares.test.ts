import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coveredBy, sharesOf } from './charge-shares.ts';

const cents = fc.integer({ min: 0, max: 50_000 });
const held = fc
  .record({ received: cents, kept: fc.double({ min: 0, max: 1, noNaN: true }), left: cents })
  .map(({ received, kept, left }) => ({ received, returned: Math.round(received * kept), left }));

test('money adds up: what is asked and what is missing make the price, and the excess is owed back', () => {
  fc.assert(
    fc.property(cents, fc.array(held, { maxLength: 4 }), (total, charges) => {
      const { shares, missing } = sharesOf(total, charges);
      const covered = charges.reduce((sum, charge) => sum + coveredBy(charge), 0);
      expect(shares.reduce((sum, share) => sum + share, missing)).toBe(total);
      expect(missing).toBe(Math.max(0, total - covered));
      for (const [at, share] of shares.entries()) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(coveredBy(charges[at] ?? { received: 0, returned: 0, left: 0 }));
      }
    }),
  );
});

test('one of three who leaves is given back, from the newest charge first', () => {
  const paid = (received: number) => ({ received, returned: 0, left: 0 });
  expect(sharesOf(4000, [paid(6000)])).toEqual({ shares: [4000], missing: 0 });
  expect(sharesOf(4000, [paid(4000), paid(2000)])).toEqual({ shares: [4000, 0], missing: 0 });
  expect(sharesOf(6000, [{ received: 6000, returned: 2000, left: 0 }])).toEqual({ shares: [4000], missing: 2000 });
});

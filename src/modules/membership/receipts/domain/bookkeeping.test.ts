import fc from 'fast-check';
import { expect, test } from 'vitest';
import { journalLines } from './bookkeeping.ts';

const accounts = {
  accountBank: '512000',
  accountCheques: '511200',
  accountCash: '530000',
  accountOnline: '517000',
  accountDues: '756000',
  accountGifts: '754100',
};
const way = fc.constantFrom('online', 'cheque', 'transfer', 'cash', 'on_site' as const);
const cents = fc.integer({ min: 0, max: 500_000 });

test('a cheque of 35 € for dues of 20 € and a gift of 10 €: 5 € are owed back', () => {
  expect(journalLines({ way: 'cheque', amount: 3500, before: 0, dues: 2000, gifts: 1000 }, accounts)).toEqual([
    { account: '511200', debit: 3500, credit: 0 },
    { account: '756000', debit: 0, credit: 2000 },
    { account: '754100', debit: 0, credit: 1000 },
    { account: '467000', debit: 0, credit: 500 },
  ]);
});

test('whatever comes and goes, debits equal credits, and what all came back leaves every account at zero', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(way, fc.integer({ min: -300_000, max: 500_000 })), { maxLength: 8 }),
      cents,
      cents,
      (moves, dues, gifts) => {
        let before = 0;
        const balance = new Map<string, number>();
        const note = (one: (typeof moves)[number]): void => {
          const lines = journalLines({ way: one[0], amount: one[1], before, dues, gifts }, accounts);
          before += one[1];
          expect(lines.reduce((sum, { debit, credit }) => sum + debit - credit, 0)).toBe(0);
          for (const { account, debit, credit } of lines)
            balance.set(account, (balance.get(account) ?? 0) + debit - credit);
        };
        for (const one of moves) if (one[1] !== 0) note(one);
        for (const one of moves.toReversed()) if (one[1] !== 0) note([one[0], -one[1]]);
        expect([...balance.values()].every((value) => value === 0)).toBe(true);
      },
    ),
  );
});

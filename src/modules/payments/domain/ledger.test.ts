import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountTyped } from './amount-typed.ts';
import { checkoutStateOf } from './checkout-truth.ts';
import { isIban } from './iban.ts';
import { balanceOf, leftToPay, leftToReturn, stateOf, type LedgerLine } from './ledger.ts';
import { changesOf, type ProviderLine, type ToldCheckout } from './reading.ts';

const cents = fc.integer({ min: 1, max: 1_000_000 });
const states = ['Authorized', 'Refunded', 'Refunding', 'Contested', 'Refused', 'Pending', 'Canceled', 'Unknown'];

describe('money adds up', () => {
  test('what is left, received and given back is what is owed, never below zero', () => {
    const line = fc.oneof(
      fc.record({
        kind: fc.constantFrom('payment' as const, 'correction' as const, 'contest' as const),
        amount: fc.integer({ min: -100_000, max: 100_000 }),
      }),
      // What is given back leaves: never a sum that comes.
      fc.record({ kind: fc.constant('refund' as const), amount: fc.integer({ min: -100_000, max: -1 }) }),
    );
    fc.assert(
      fc.property(cents, fc.array(line), fc.boolean(), (amount, lines: LedgerLine[], isCancelled) => {
        const balance = balanceOf(lines);
        expect(balance.received - balance.returned).toBe(lines.reduce((sum, one) => sum + one.amount, 0));
        const charge = { ...balance, amount, isCancelled, isChecking: false, wasRefused: false };
        const state = stateOf(charge);
        const left = leftToPay({ ...balance, amount, state });
        const back = leftToReturn(charge);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(back).toBeGreaterThanOrEqual(0);
        // Nobody both owes and is owed.
        expect(left > 0 && back > 0).toBe(false);
        if (state === 'paid') expect(left).toBe(0);
        if (state === 'due' && balance.received >= 0) expect(left).toBe(amount - balance.received);
      }),
    );
  });

  test('whatever was read before, the lines end up saying what the provider says', () => {
    const payment = fc.record({
      id: fc.integer({ min: 1, max: 3 }),
      amount: cents,
      state: fc.constantFrom(...states),
      refunds: fc.array(fc.record({ amount: cents, isDone: fc.boolean() }), { maxLength: 2 }),
    });
    const told = fc.record({
      chargeId: fc.constant('c'),
      order: fc.record({
        id: fc.constant(9),
        payments: fc.uniqueArray(payment, { selector: (one) => one.id, maxLength: 3 }),
      }),
    });
    fc.assert(
      fc.property(fc.array(told, { minLength: 1, maxLength: 6 }), (readings: ToldCheckout[]) => {
        const lines: ProviderLine[] = [];
        let known = {
          chargeId: 'c',
          amount: 1500,
          state: 'open' as const,
          orderId: null as number | null,
          problem: null as string | null,
          isStale: false,
        };
        for (const reading of readings) {
          const changes = changesOf(known, lines, reading);
          if (!changes) continue;
          lines.push(...changes.lines);
          known = { ...known, ...changes } as typeof known;
          // Read again at once, nothing changes.
          expect(changesOf(known, lines, reading)).toBeNull();
        }
        const last = readings.at(-1)?.order?.payments ?? [];
        for (const { id, amount, state, refunds } of last) {
          const counts = !['Refused', 'Pending', 'Canceled', 'Unknown'].includes(state);
          const done = refunds.filter((one) => one.isDone).reduce((sum, one) => sum + one.amount, 0);
          const kept =
            !counts || state === 'Contested'
              ? 0
              : Math.max(0, amount - (state === 'Refunded' && done === 0 ? amount : done));
          const sum = lines.filter((one) => one.providerPaymentId === id).reduce((total, one) => total + one.amount, 0);
          expect(sum).toBe(kept);
          // Received once.
          expect(lines.filter((one) => one.providerPaymentId === id && one.kind === 'payment').length).toBeLessThan(2);
        }
      }),
    );
  });
});

test('a checkout nobody paid is open, one refused is refused, one given back is returned', () => {
  const payment = (state: string) => ({ id: 1, amount: 100, state, refunds: [] });
  expect(checkoutStateOf(null)).toBe('open');
  expect(checkoutStateOf([payment('Refused')])).toBe('refused');
  expect(checkoutStateOf([payment('WaitingBankValidation')])).toBe('open');
  expect(checkoutStateOf([payment('Refused'), payment('Authorized')])).toBe('paid');
  expect(checkoutStateOf([payment('Refunded')])).toBe('returned');
});

test.each([
  ['12,50', 1250],
  ['12.5', 1250],
  ['1\u202f234 €', 123_400],
  ['0', 0],
  ['-3', null],
  ['12,505', null],
  ['1e3', null],
  ['douze', null],
  ['', null],
])('« %s » is %s cents', (text, amount) => expect(amountTyped(text)).toBe(amount));

test.each([
  ['FR7630006000011234567890189', true],
  ['FR7630006000011234567890188', false],
  ['DE89370400440532013000', true],
  ['FR76', false],
])('the IBAN %s is right: %s', (iban, isRight) => expect(isIban(iban)).toBe(isRight));

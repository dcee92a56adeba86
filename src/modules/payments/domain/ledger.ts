import type { ChargeState } from './charge-states.ts';

/** What a line of the ledger is: `correction` puts a line right, `contest` is money the bank took back. */
export const entryKinds = ['payment', 'refund', 'correction', 'contest'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One line of the ledger, in cents: what leaves is negative. */
export interface LedgerLine {
  kind: EntryKind;
  amount: number;
}

/** What the lines of a charge add up to, in cents. */
export interface Balance {
  /** Received for good: payments, less what was put right or taken back by the bank. */
  received: number;
  /** Given back to the payer. */
  returned: number;
}

export function balanceOf(lines: readonly LedgerLine[]): Balance {
  const sum = (isRefund: boolean): number =>
    lines.filter((line) => (line.kind === 'refund') === isRefund).reduce((total, line) => total + line.amount, 0);
  // Never -0, which would not equal what the database gives back.
  return { received: sum(false), returned: -sum(true) || 0 };
}

/** What else decides of the state of a charge. */
export interface ChargeFacts extends Balance {
  amount: number;
  isCancelled: boolean;
  /** A checkout is open, or its result is awaited. */
  isChecking: boolean;
  /** The last checkout was refused. */
  wasRefused: boolean;
}

/** The state that the ledger proves. */
export function stateOf({ amount, received, returned, isCancelled, isChecking, wasRefused }: ChargeFacts): ChargeState {
  if (received > 0 && returned >= received) return 'refunded';
  if (isCancelled) return 'cancelled';
  if (received >= amount) return 'paid';
  if (isChecking) return 'pending';
  return wasRefused ? 'refused' : 'due';
}

/** What is still owed. */
export function leftToPay(charge: Balance & { amount: number; state: ChargeState }): number {
  const isOver = charge.state === 'cancelled' || charge.state === 'refunded' || charge.state === 'paid';
  return isOver ? 0 : Math.max(0, charge.amount - charge.received);
}

/** What was received and is owed to nobody: paid twice, or paid for something cancelled. */
export function leftToReturn(charge: Balance & { amount: number; isCancelled: boolean }): number {
  return Math.max(0, charge.received - charge.returned - (charge.isCancelled ? 0 : charge.amount));
}

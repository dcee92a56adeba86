/** Where a checkout opened at the provider stands. */
export type CheckoutState = 'open' | 'paid' | 'refused' | 'returned' | 'expired';

/** A payment as the provider tells it, in cents. */
export interface ToldPayment {
  id: number;
  amount: number;
  state: string;
  refunds: readonly { amount: number; isDone: boolean }[];
}

/** What the ledger must say of a payment for its lines to tell what the provider does. */
export interface PaymentTruth {
  /** Received from the payer, whatever became of it since. */
  received: number;
  /** Given back by the hub. */
  returned: number;
  /** Taken back by the payer's bank. */
  contested: number;
}

// The states of HelloAsso in which the money is, or was, the association's (openapi v5, PaymentState).
const received = new Set(['Authorized', 'AuthorizedPreprod', 'Registered', 'Refunding', 'Refunded', 'Contested']);
const stillRunning = new Set([
  'Pending',
  'Waiting',
  'WaitingBankValidation',
  'WaitingBankWithdraw',
  'WaitingAuthentication',
]);

/** What a payment is worth now. */
export function truthOf({ amount, state, refunds }: ToldPayment): PaymentTruth {
  if (!received.has(state)) return { received: 0, returned: 0, contested: 0 };
  const done = refunds.filter((refund) => refund.isDone).reduce((total, refund) => total + refund.amount, 0);
  const returned = Math.min(amount, state === 'Refunded' && done === 0 ? amount : done);
  return { received: amount, returned, contested: state === 'Contested' ? amount - returned : 0 };
}

/** Where a checkout stands, from its payments; null order: nobody paid yet. */
export function checkoutStateOf(payments: readonly ToldPayment[] | null): CheckoutState {
  if (payments === null || payments.length === 0) return 'open';
  const truths = payments.map(truthOf);
  const kept = truths.reduce((total, truth) => total + truth.received - truth.returned - truth.contested, 0);
  if (kept > 0) return 'paid';
  if (truths.some((truth) => truth.received > 0)) return 'returned';
  return payments.some((payment) => stillRunning.has(payment.state)) ? 'open' : 'refused';
}

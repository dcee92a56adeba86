import { checkoutStateOf, truthOf, type CheckoutState, type ToldPayment } from './checkout-truth.ts';
import type { EntryKind } from './ledger.ts';

/** A line of the ledger that came from the provider. */
export interface ProviderLine {
  providerPaymentId: number | null;
  kind: EntryKind;
  amount: number;
}

/** A checkout as the provider tells it: null when it knows nothing of it. */
export interface ToldCheckout {
  /** The charge that it says it is for. */
  chargeId: string | null;
  order: { id: number; payments: readonly ToldPayment[] } | null;
}

/** What a reading changes. */
export interface ReadingChanges {
  lines: readonly { kind: EntryKind; amount: number; providerPaymentId: number }[];
  state: CheckoutState;
  orderId: number | null;
  problem: CheckoutProblem | null;
}

/** Why the team should look at a checkout. */
export type CheckoutProblem = 'other_charge' | 'other_amount' | 'contested';

export interface KnownCheckout {
  chargeId: string;
  amount: number;
  state: CheckoutState;
  orderId: number | null;
  problem: string | null;
  /** Too old for anyone to be paying it still. */
  isStale: boolean;
}

/** What must be written for our lines to tell what the provider does; null when they already do. */
export function changesOf(
  known: KnownCheckout,
  lines: readonly ProviderLine[],
  told: ToldCheckout | null,
): ReadingChanges | null {
  const isOther = told !== null && told.chargeId !== null && told.chargeId !== known.chargeId;
  const payments = told && !isOther ? (told.order?.payments ?? null) : null;
  const next: ReadingChanges = {
    lines: payments?.flatMap((payment) => linesMissing(payment, lines)) ?? [],
    state: payments === null ? unpaid(known) : checkoutStateOf(payments),
    orderId: (isOther ? null : told?.order?.id) ?? known.orderId,
    problem: isOther ? 'other_charge' : payments === null ? null : problemOf(known.amount, payments),
  };
  if (next.state === 'open' && known.isStale) next.state = 'expired';
  const isSame =
    next.lines.length === 0 &&
    next.state === known.state &&
    next.orderId === known.orderId &&
    next.problem === known.problem;
  return isSame ? null : next;
}

/** Nobody paid: what was once paid is not undone by silence. */
function unpaid({ state, isStale }: KnownCheckout): CheckoutState {
  return state === 'open' && isStale ? 'expired' : state;
}

function linesMissing(payment: ToldPayment, lines: readonly ProviderLine[]): ReadingChanges['lines'] {
  const own = lines.filter((line) => line.providerPaymentId === payment.id);
  const sum = (...kinds: EntryKind[]): number =>
    own.filter((line) => kinds.includes(line.kind)).reduce((total, line) => total + line.amount, 0);
  const truth = truthOf(payment);
  const received = truth.received - sum('payment', 'correction');
  const returned = -truth.returned - sum('refund');
  const contested = -truth.contested - sum('contest');
  const isFirst = !own.some((line) => line.kind === 'payment');
  return [
    { kind: isFirst && received > 0 ? ('payment' as const) : ('correction' as const), amount: received },
    { kind: 'refund' as const, amount: returned },
    { kind: 'contest' as const, amount: contested },
  ]
    .filter((line) => line.amount !== 0)
    .map((line) => ({ ...line, providerPaymentId: payment.id }));
}

function problemOf(amount: number, payments: readonly ToldPayment[]): CheckoutProblem | null {
  const truths = payments.map(truthOf);
  if (truths.some((truth) => truth.contested > 0)) return 'contested';
  const received = truths.reduce((total, truth) => total + truth.received, 0);
  return received > 0 && received !== amount ? 'other_amount' : null;
}

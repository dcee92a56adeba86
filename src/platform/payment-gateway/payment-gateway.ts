/** The account of a hub at the provider. */
export interface GatewayAccount {
  organizationSlug: string;
  clientId: string;
  clientSecret: string;
}

/** What somebody is about to pay, in cents; addresses are complete and in https. */
export interface CheckoutToOpen {
  amount: number;
  itemName: string;
  backUrl: string;
  errorUrl: string;
  returnUrl: string;
  payer: { firstName?: string; lastName?: string; email?: string };
  metadata: Readonly<Record<string, string>>;
}

/** Where the payer is to be led. */
export interface OpenedCheckout {
  id: number;
  redirectUrl: string;
}

/** Money given back, or on its way. */
export interface GatewayRefund {
  id: number;
  amount: number;
  /** True once the money left. */
  isDone: boolean;
  /** Asked, and neither done nor given up: asking again would give back twice. */
  isRunning: boolean;
}

/** One payment as the provider tells it now: the only truth there is. */
export interface GatewayPayment {
  id: number;
  /** For the association, in cents: the contribution left to the provider is not counted. */
  amount: number;
  /** The provider's own word: `Authorized`, `Refunded`, `Contested`… */
  state: string;
  date: Temporal.PlainDate;
  refunds: readonly GatewayRefund[];
}

/** A checkout as the provider tells it now. */
export interface GatewayCheckout {
  id: number;
  metadata: Readonly<Record<string, unknown>>;
  /** Only once the payer paid. */
  order: { id: number; payments: readonly GatewayPayment[] } | null;
}

/** A payment made on a form of the association's own pages at the provider. */
export interface GatewayReceived extends GatewayPayment {
  /** `Membership`, `Donation`, `Checkout`… in the provider's words. */
  formType: string;
  formName: string;
  payer: { name: string; company: string; email: string | null };
  /** What was bought: « Adhésion individuelle ». */
  words: string;
}

/** A way to be paid by card. Every call may throw `GatewayUnavailable` or `GatewayRefused`. */
export interface PaymentGateway {
  /** Where a form may lead, for the content security policy. */
  readonly formOrigins: readonly string[];
  /** Since when the provider is left alone because it does not answer, in epoch milliseconds; null when all is well. */
  openSince(): number | null;
  /** Asks for the name of the association of the account. */
  check(account: GatewayAccount): Promise<{ name: string }>;
  openCheckout(account: GatewayAccount, checkout: CheckoutToOpen): Promise<OpenedCheckout>;
  /** Null when the account knows no such checkout. */
  readCheckout(account: GatewayAccount, id: number): Promise<GatewayCheckout | null>;
  /** The checkout an order came from; null when the account knows no such order, or it came from elsewhere. */
  checkoutOfOrder(account: GatewayAccount, orderId: number): Promise<number | null>;
  checkoutOfPayment(account: GatewayAccount, paymentId: number): Promise<number | null>;
  /** Payments of the account since a day, whatever form they came by, the oldest first; some thousands at most. */
  receivedPayments(account: GatewayAccount, since: Temporal.PlainDate): Promise<readonly GatewayReceived[]>;
  /** Gives a payment back, whole unless an amount is told, in cents. The provider writes to the payer. */
  refund(account: GatewayAccount, paymentId: number, refund: { comment: string; amount?: number }): Promise<void>;
}

/** The provider did not answer, or not in time: what was asked may or may not have been done. */
export class GatewayUnavailable extends Error {
  override readonly name = 'GatewayUnavailable';
}

/** The provider answered no. */
export class GatewayRefused extends Error {
  override readonly name = 'GatewayRefused';
  /** `account`: the identifiers are wrong or lack a right; `request`: what was asked is not possible. */
  readonly reason: 'account' | 'request';
  readonly status: number;

  constructor(reason: 'account' | 'request', status: number) {
    super(`the payment provider refused: HTTP ${status}`);
    this.reason = reason;
    this.status = status;
  }
}

import { and, eq } from 'drizzle-orm';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { refuse } from '#platform/outcome/outcome.ts';
import type { GatewayAccount } from '#platform/payment-gateway/payment-gateway.ts';
import { askRefund } from '../commands/ask-refund.ts';
import { mayKeepPayments } from '../policy.ts';
import type { PaymentDependencies } from '../ports.ts';
import { checkouts, paymentEntries } from '../tables.ts';
import { accountOf } from './account-of.ts';
import { verifyCheckout } from './verify-checkout.ts';

type Needed = Pick<PaymentDependencies, 'vault' | 'gateway'>;

/** A payment of a charge to give back, whole or in part, as it was decided on a page. */
export interface RefundToAsk {
  chargeId: string;
  paymentId: number;
  /** In cents. */
  amount: number;
  /** Of the charge as it was shown. */
  version: number;
}

/**
 * Asks the provider to give a payment of a charge back, then reads what it did: the ledger says nothing else. Refused
 * while another refund of that payment is on its way. Throws what the gateway throws.
 */
export async function refundOnline(ctx: Context, deps: Needed, wanted: RefundToAsk) {
  const account = await accountOf(ctx, deps);
  if (!account) return refuse('not_found');
  if (await isOnItsWay(ctx, deps, account, wanted)) return refuse('refund_running');
  const asked = await execute(ctx, askRefund, wanted);
  if (!asked.ok) return asked;
  const { checkoutId, isWhole } = asked.value;
  const comment = 'Remboursement demandé par l’association';
  await deps.gateway.refund(account, wanted.paymentId, isWhole ? { comment } : { comment, amount: wanted.amount });
  await verifyCheckout(ctx, deps.gateway, account, checkoutId);
  return asked;
}

/** Whether the provider was asked already, and did not answer for good: asking again would give back twice. */
async function isOnItsWay(
  ctx: Context,
  { gateway }: Needed,
  account: GatewayAccount,
  { chargeId, paymentId }: RefundToAsk,
): Promise<boolean> {
  if (!mayKeepPayments(ctx.actor)) return false;
  const [known] = await ctx.db
    .select({ providerId: checkouts.providerId })
    .from(checkouts)
    .innerJoin(
      paymentEntries,
      and(eq(paymentEntries.hubId, checkouts.hubId), eq(paymentEntries.checkoutId, checkouts.id)),
    )
    .where(
      and(
        eq(checkouts.chargeId, chargeId),
        eq(paymentEntries.providerPaymentId, paymentId),
        eq(paymentEntries.kind, 'payment'),
      ),
    );
  const told = known && (await gateway.readCheckout(account, known.providerId));
  const payment = told?.order?.payments.find(({ id }) => id === paymentId);
  return payment?.refunds.some(({ isRunning }) => isRunning) ?? false;
}

/** Reads again every checkout of a charge. Throws what the gateway throws. */
export async function verifyCharge(ctx: Context, deps: Needed, chargeId: string): Promise<void> {
  const account = await accountOf(ctx, deps);
  if (!account) return;
  const opened = await ctx.db.select({ id: checkouts.id }).from(checkouts).where(eq(checkouts.chargeId, chargeId));
  for (const { id } of opened) await verifyCheckout(ctx, deps.gateway, account, id);
}

import { eq } from 'drizzle-orm';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { askRefund } from '../commands/ask-refund.ts';
import type { PaymentDependencies } from '../ports.ts';
import { checkouts } from '../tables.ts';
import { accountOf } from './account-of.ts';
import { verifyCheckout } from './verify-checkout.ts';

type Needed = Pick<PaymentDependencies, 'vault' | 'gateway'>;

/**
 * Asks the provider to give a payment of a charge back, then reads what it did: the ledger says nothing else. False when
 * the payment is not of this charge, or was given back already. Throws what the gateway throws.
 */
export async function refundOnline(
  ctx: Context,
  deps: Needed,
  { chargeId, paymentId }: { chargeId: string; paymentId: number },
): Promise<boolean> {
  const account = await accountOf(ctx, deps);
  if (!account) return false;
  const asked = await execute(ctx, askRefund, { chargeId, paymentId });
  if (!asked.ok) return false;
  await deps.gateway.refund(account, paymentId, 'Remboursement demandé par l’association');
  await verifyCheckout(ctx, deps.gateway, account, asked.value.checkoutId);
  return true;
}

/** Reads again every checkout of a charge. Throws what the gateway throws. */
export async function verifyCharge(ctx: Context, deps: Needed, chargeId: string): Promise<void> {
  const account = await accountOf(ctx, deps);
  if (!account) return;
  const opened = await ctx.db.select({ id: checkouts.id }).from(checkouts).where(eq(checkouts.chargeId, chargeId));
  for (const { id } of opened) await verifyCheckout(ctx, deps.gateway, account, id);
}

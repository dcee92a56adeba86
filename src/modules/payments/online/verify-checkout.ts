import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { GatewayAccount, GatewayCheckout, PaymentGateway } from '#platform/payment-gateway/payment-gateway.ts';
import { recordReading } from '../commands/record-reading.ts';
import type { CheckoutState } from '../domain/checkout-truth.ts';
import { changesOf } from '../domain/reading.ts';
import { knownOf, linesOfCheckout, readCheckout } from '../queries/checkout-reading.ts';

/** Another reading may come in between: each then reads again. */
const tries = 8;

/**
 * Reads a checkout at the provider and makes the ledger tell the same; answers whether something changed. The order of
 * notices does not matter: only what is read counts, and an older reading never passes a newer one.
 */
export async function verifyCheckout(
  ctx: Context,
  gateway: PaymentGateway,
  account: GatewayAccount,
  checkoutId: string,
): Promise<{ state: CheckoutState; hasChanged: boolean } | null> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const checkout = await readCheckout(ctx.db, checkoutId);
    if (!checkout) return null;
    const told = toldOf(await gateway.readCheckout(account, checkout.providerId));
    const changes = changesOf(knownOf(checkout, ctx.clock.now()), await linesOfCheckout(ctx.db, checkoutId), told);
    if (!changes) return { state: checkout.state, hasChanged: false };
    const outcome = await execute({ ...ctx, actor: null }, recordReading, {
      checkoutId,
      readings: checkout.readings,
      told,
    });
    if (outcome.ok) return { state: changes.state, hasChanged: true };
    if (outcome.reason === 'invalid')
      throw new Error(`a reading that cannot be kept: ${JSON.stringify(outcome.fields)}`);
  }
  throw new Error(`the checkout ${checkoutId} changes faster than it is read`);
}

function toldOf(read: GatewayCheckout | null) {
  if (!read) return null;
  const charge = read.metadata['charge'];
  return {
    chargeId: typeof charge === 'string' ? charge : null,
    order: read.order && {
      id: read.order.id,
      payments: read.order.payments.map((payment) => ({
        id: payment.id,
        amount: payment.amount,
        state: payment.state,
        date: payment.date.toString(),
        refunds: payment.refunds.map(({ amount, isDone }) => ({ amount, isDone })),
      })),
    },
  };
}

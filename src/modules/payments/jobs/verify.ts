import type { Ports } from '#platform/context/ports.ts';
import { job, type JobContext } from '#platform/jobs/job.ts';
import type { GatewayAccount } from '#platform/payment-gateway/payment-gateway.ts';
import { accountOf } from '../online/account-of.ts';
import { verifyCheckout } from '../online/verify-checkout.ts';
import type { SecretBox } from '../ports.ts';
import { checkoutsHinted } from '../queries/checkout-reading.ts';
import { verifyJob } from './verify-job.ts';

type Hint = (typeof verifyJob.payload)['_output'];

/** Reads again what a notice speaks of. A notice about something that is not ours changes nothing. */
export const verify = (vault: SecretBox) =>
  job<typeof verifyJob.payload, Pick<Ports, 'payments'>>({
    ...verifyJob,
    async run(ctx, hint) {
      const account = await accountOf(ctx, { vault });
      if (!account) return;
      for (const id of await meantBy(ctx, account, hint)) await verifyCheckout(ctx, ctx.ports.payments, account, id);
    },
  });

async function meantBy(
  ctx: JobContext<Pick<Ports, 'payments'>>,
  account: GatewayAccount,
  hint: Hint,
): Promise<readonly string[]> {
  if (hint.checkoutId) return [hint.checkoutId];
  const known = await checkoutsHinted(ctx.db, hint);
  if (known.length > 0) return known;
  const { payments } = ctx.ports;
  const providerId = hint.orderId
    ? await payments.checkoutOfOrder(account, hint.orderId)
    : hint.paymentId
      ? await payments.checkoutOfPayment(account, hint.paymentId)
      : null;
  return providerId === null ? [] : checkoutsHinted(ctx.db, { providerId });
}

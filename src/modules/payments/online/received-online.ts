import type { Context } from '#platform/context/context.ts';
import type { GatewayReceived } from '#platform/payment-gateway/payment-gateway.ts';
import type { PaymentDependencies } from '../ports.ts';
import { accountOf } from './account-of.ts';

/**
 * What came to the hub's account at HelloAsso by its own forms since a day. Null when the hub has no account; may throw
 * `GatewayUnavailable` or `GatewayRefused`.
 */
export async function receivedOnline(
  ctx: Pick<Context, 'db'>,
  { vault, gateway }: Pick<PaymentDependencies, 'vault' | 'gateway'>,
  since: Temporal.PlainDate,
): Promise<readonly GatewayReceived[] | null> {
  const account = await accountOf(ctx, { vault });
  return account && gateway.receivedPayments(account, since);
}

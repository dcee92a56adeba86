import type { Context } from '#platform/context/context.ts';
import type { GatewayAccount } from '#platform/payment-gateway/payment-gateway.ts';
import type { PaymentDependencies } from '../ports.ts';
import { readPaymentSettings, type PaymentSettings } from '../queries/payment-settings.ts';

/** The account of a hub at the provider; null when it has none, or not the whole of it. */
export async function accountOf(
  ctx: Pick<Context, 'db'>,
  { vault }: Pick<PaymentDependencies, 'vault'>,
): Promise<GatewayAccount | null> {
  const settings = await readPaymentSettings(ctx.db);
  if (!hasAccount(settings) || !settings?.helloassoClientSecret) return null;
  return {
    organizationSlug: settings.helloassoSlug,
    clientId: settings.helloassoClientId,
    clientSecret: await vault.open(settings.helloassoClientSecret),
  };
}

/** Whether the hub gave all that payments online need. */
export function hasAccount(settings: PaymentSettings | null): boolean {
  return Boolean(settings?.helloassoSlug && settings.helloassoClientId && settings.helloassoClientSecret);
}

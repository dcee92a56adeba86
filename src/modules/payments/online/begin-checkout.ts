import { and, eq } from 'drizzle-orm';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { GatewayRefused, GatewayUnavailable } from '#platform/payment-gateway/payment-gateway.ts';
import type { PaymentGateway } from '#platform/payment-gateway/payment-gateway.ts';
import { keepCheckout } from '../commands/keep-checkout.ts';
import { leftToPay } from '../domain/ledger.ts';
import { paths } from '../paths.ts';
import type { PaymentDependencies } from '../ports.ts';
import { chargeByLink } from '../queries/charge-by-link.ts';
import { checkouts } from '../tables.ts';
import { accountOf } from './account-of.ts';
import { verifyCheckout } from './verify-checkout.ts';

export type Begun =
  | { kind: 'redirect'; url: string }
  | { kind: 'nothing_owed' }
  | { kind: 'not_found' }
  | { kind: 'not_offered' }
  /** The provider does not answer, or refuses our account. */
  | { kind: 'unavailable' };

/**
 * Opens a checkout at the provider and says where to lead the payer. Checkouts already open are read first: whoever just
 * paid in another window is not asked to pay again.
 */
export async function beginCheckout(
  ctx: Context,
  deps: Pick<PaymentDependencies, 'vault' | 'gateway'>,
  { secret, origin }: { secret: string; origin: string },
): Promise<Begun> {
  if (!(await chargeByLink(ctx.db, secret))) return { kind: 'not_found' };
  const account = await accountOf(ctx, deps);
  // The provider only comes back to addresses in https.
  if (!account || !origin.startsWith('https://')) return { kind: 'not_offered' };
  try {
    await verifyOpenCheckouts(ctx, deps, secret);
    const charge = await chargeByLink(ctx.db, secret);
    if (!charge?.ways.includes('online')) return { kind: 'not_offered' };
    const amount = leftToPay(charge);
    if (amount === 0) return { kind: 'nothing_owed' };
    const page = origin + paths.pay(secret);
    const opened = await deps.gateway.openCheckout(account, {
      amount,
      itemName: charge.label,
      backUrl: page,
      errorUrl: `${origin}${paths.payReturn(secret)}`,
      returnUrl: `${origin}${paths.payReturn(secret)}`,
      payer: payerOf(charge.payerName, charge.payerEmail),
      metadata: { charge: charge.id },
    });
    const kept = await execute(ctx, keepCheckout, { chargeId: charge.id, providerId: opened.id, amount });
    return kept.ok ? { kind: 'redirect', url: opened.redirectUrl } : { kind: 'nothing_owed' };
  } catch (error) {
    if (!(error instanceof GatewayUnavailable) && !(error instanceof GatewayRefused)) throw error;
    ctx.log.warn({ error }, 'checkout not opened');
    return { kind: 'unavailable' };
  }
}

/** Reads again the checkouts of a charge that nobody heard the end of. Throws what the gateway throws. */
export async function verifyOpenCheckouts(
  ctx: Context,
  deps: { vault: PaymentDependencies['vault']; gateway: PaymentGateway },
  secret: string,
): Promise<void> {
  const charge = await chargeByLink(ctx.db, secret);
  const account = charge && (await accountOf(ctx, deps));
  if (!charge || !account) return;
  const open = await ctx.db
    .select({ id: checkouts.id })
    .from(checkouts)
    .where(and(eq(checkouts.chargeId, charge.id), eq(checkouts.state, 'open')));
  for (const { id } of open) await verifyCheckout(ctx, deps.gateway, account, id);
}

/** Given and family names as well as a single field tells them; the provider refuses empty ones. */
function payerOf(name: string, email: string | null): { firstName?: string; lastName?: string; email?: string } {
  const [firstName = '', ...rest] = name.trim().split(/\s+/);
  const lastName = rest.join(' ');
  const isPerson = firstName.length > 1 && lastName.length > 1 && !/\d/.test(name);
  return { ...(isPerson ? { firstName, lastName } : {}), ...(email ? { email } : {}) };
}

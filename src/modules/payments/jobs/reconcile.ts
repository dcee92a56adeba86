import { and, eq, gt, inArray, or } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import { job } from '#platform/jobs/job.ts';
import { accountOf } from '../online/account-of.ts';
import { verifyCheckout } from '../online/verify-checkout.ts';
import type { SecretBox } from '../ports.ts';
import { checkouts } from '../tables.ts';

const days = (count: number) => Temporal.Duration.from({ hours: 24 * count });

/**
 * Each night, whatever was notified or not: reads again what is open, what nobody seemed to pay, and what was paid in the
 * last three months, where refunds and contests come.
 */
export const reconcile = (vault: SecretBox) =>
  job<z.ZodObject, Pick<Ports, 'payments'>>({
    name: 'payments.reconcile',
    lane: 'long',
    payload: z.object({}),
    retries: 3,
    async run(ctx) {
      const account = await accountOf(ctx, { vault });
      if (!account) return;
      let differences = 0;
      for (const id of await toRead(ctx)) {
        if (ctx.signal.aborted) return;
        const read = await verifyCheckout(ctx, ctx.ports.payments, account, id);
        if (read?.hasChanged) differences += 1;
      }
      ctx.log.info({ hub: ctx.hubId, differences }, 'payments reconciled');
    },
  });

async function toRead(ctx: Context): Promise<string[]> {
  const now = ctx.clock.now();
  const rows = await ctx.db
    .select({ id: checkouts.id })
    .from(checkouts)
    .where(
      or(
        eq(checkouts.state, 'open'),
        and(inArray(checkouts.state, ['expired', 'refused']), gt(checkouts.openedAt, now.subtract(days(7)))),
        and(inArray(checkouts.state, ['paid', 'returned']), gt(checkouts.openedAt, now.subtract(days(90)))),
      ),
    );
  return rows.map((row) => row.id);
}

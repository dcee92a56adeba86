import { desc, eq } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { leftToPay, leftToReturn } from '../domain/ledger.ts';
import { charges, checkouts } from '../tables.ts';
import { invoicesOf } from './invoices-of.ts';
import { ledgerOf } from './ledger-rows.ts';

/** A charge with its ledger, its checkouts and its papers, for the team. */
export async function chargeSheet(ctx: Context, id: string) {
  const [charge] = await ctx.db.select().from(charges).where(eq(charges.id, id));
  if (!charge) return null;
  const [lines, tried, papers] = await Promise.all([
    ledgerOf(ctx, id),
    ctx.db.select().from(checkouts).where(eq(checkouts.chargeId, id)).orderBy(desc(checkouts.openedAt)),
    invoicesOf(ctx.db, [id]),
  ]);
  return {
    charge,
    lines,
    checkouts: tried,
    papers,
    left: leftToPay(charge),
    toReturn: leftToReturn({ ...charge, isCancelled: charge.cancelledAt !== null }),
  };
}

export type ChargeSheet = NonNullable<Awaited<ReturnType<typeof chargeSheet>>>;

import { eq, or, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { KnownCheckout, ProviderLine } from '../domain/reading.ts';
import { checkouts, paymentEntries } from '../tables.ts';

export type Checkout = typeof checkouts.$inferSelect;

/** How long a checkout nobody paid is waited for: the provider closes its page after a quarter of an hour. */
const stale = Temporal.Duration.from({ hours: 2 });

export async function readCheckout(db: Reader, id: string): Promise<Checkout | null> {
  const [row] = await db.select().from(checkouts).where(eq(checkouts.id, id));
  return row ?? null;
}

/** The lines of the ledger that a checkout wrote. */
export async function linesOfCheckout(db: Reader, checkoutId: string): Promise<ProviderLine[]> {
  return db
    .select({
      providerPaymentId: paymentEntries.providerPaymentId,
      kind: paymentEntries.kind,
      amount: paymentEntries.amount,
    })
    .from(paymentEntries)
    .where(eq(paymentEntries.checkoutId, checkoutId));
}

/** What is known of a checkout, for a reading to be compared with. */
export function knownOf(checkout: Checkout, now: Temporal.Instant): KnownCheckout {
  const { chargeId, amount, state, orderId, problem, openedAt } = checkout;
  const isStale = Temporal.Instant.compare(openedAt.add(stale), now) < 0;
  return { chargeId, amount, state, orderId, problem, isStale };
}

/** Checkouts that a hint may speak of, from what it names: never more than a charge has. */
export async function checkoutsHinted(
  db: Reader,
  hint: { providerId?: number | undefined; orderId?: number | undefined; paymentId?: number | undefined },
): Promise<string[]> {
  const found = await db
    .select({ id: checkouts.id })
    .from(checkouts)
    .where(
      or(
        hint.providerId === undefined ? undefined : eq(checkouts.providerId, hint.providerId),
        hint.orderId === undefined ? undefined : eq(checkouts.orderId, hint.orderId),
        hint.paymentId === undefined
          ? undefined
          : sql`${checkouts.id} in (select e.checkout_id from payment_entries e where e.provider_payment_id = ${hint.paymentId})`,
      ) ?? sql`false`,
    )
    .limit(5);
  return found.map((checkout) => checkout.id);
}

import type { Reader } from '#platform/db/database.ts';
import { paymentSettings } from '../tables.ts';

/** How a hub takes money, once it has said so. */
export type PaymentSettings = typeof paymentSettings.$inferSelect;

export async function readPaymentSettings(db: Reader): Promise<PaymentSettings | null> {
  const [row] = await db.select().from(paymentSettings);
  return row ?? null;
}

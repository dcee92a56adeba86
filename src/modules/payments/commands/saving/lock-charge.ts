import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { charges } from '../../tables.ts';

/** A charge as it is stored. */
export type Charge = typeof charges.$inferSelect;

/** The charge, held until the end of the transaction: whoever adds a line to its ledger holds it. */
export async function lockCharge(work: CommandContext, id: string): Promise<Charge | null> {
  const [charge] = await work.db.select().from(charges).where(eq(charges.id, id)).for('update');
  return charge ?? null;
}

import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { registrationBookings } from '../tables.ts';
import { chargeModule } from '../domain/charge-module.ts';

/** After what was owed was paid: seats kept for the time of a payment are kept for good. */
export async function keepPaidSeats(
  work: CommandContext,
  { subject }: { subject: { module: string; id: string } },
): Promise<void> {
  if (subject.module !== chargeModule) return;
  await work.db.update(registrationBookings).set({ heldUntil: null }).where(eq(registrationBookings.id, subject.id));
}

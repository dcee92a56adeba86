import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { moveDayTo } from '../day/personal-data.ts';
import { registrationBookings, registrations } from '../tables.ts';

/** After two persons became one: what was the second one's is the first one's. */
export async function moveRegistrationsTo(work: CommandContext, keptId: string, mergedId: string): Promise<void> {
  const { db } = work;
  await moveDayTo(db, keptId, mergedId);
  await db.update(registrations).set({ personId: keptId }).where(eq(registrations.personId, mergedId));
  await db.update(registrations).set({ attendanceById: keptId }).where(eq(registrations.attendanceById, mergedId));
  await db.update(registrationBookings).set({ personId: keptId }).where(eq(registrationBookings.personId, mergedId));
  await db.update(registrationBookings).set({ typedById: keptId }).where(eq(registrationBookings.typedById, mergedId));
}

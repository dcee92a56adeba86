import { eq, inArray, or } from 'drizzle-orm';
import type { HeldRegistrations } from '../../commands/saving/held-registrations.ts';
import { tellEach } from '../../commands/saving/letters.ts';
import type { CommandContext } from '#platform/context/context.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import { registrations } from '../../tables.ts';
import { rideEndedMail } from '../emails/day-mails.ts';
import { registrationRides } from '../tables.ts';

/**
 * Forgets the rides of a seat that is given to someone else, or whose answer on rides changed: what two people agreed
 * on, phones included, is not for a third. Those it was agreed with are told.
 */
export async function endRides(
  work: CommandContext,
  deps: RegistrationDependencies,
  { pool }: Pick<HeldRegistrations, 'pool'>,
  { id, name }: { id: string; name: string },
): Promise<void> {
  const ended = await work.db
    .delete(registrationRides)
    .where(or(eq(registrationRides.driverId, id), eq(registrationRides.passengerId, id)))
    .returning();
  const told = ended
    .filter(({ state }) => state === 'agreed')
    .map(({ driverId, passengerId }) => (driverId === id ? passengerId : driverId));
  if (told.length === 0) return;
  const rows = await work.db.select().from(registrations).where(inArray(registrations.id, told));
  await tellEach(work, deps, pool, rows, (letter) => rideEndedMail(letter, { name }));
}

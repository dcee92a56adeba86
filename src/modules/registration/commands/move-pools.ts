import { and, asc, eq, inArray } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { seatsChanged } from '../facts.ts';
import type { RegistrationDependencies } from '../ports.ts';
import { offerOf } from '../queries/stored-offer.ts';
import { registrationPools } from '../tables.ts';
import { copyOffer } from './save-offer.ts';
import { lockPool } from './saving/lock-pool.ts';

/** After a series was cut: the queues of its later dates, and those in them, belong to the event that took these dates. */
export async function movePools(
  work: CommandContext,
  deps: RegistrationDependencies,
  {
    fromEventId,
    toEventId,
    occurrenceIds,
  }: { fromEventId: string; toEventId: string; occurrenceIds: readonly string[] },
): Promise<void> {
  if (!(await offerOf(work.db, fromEventId))) return;
  if (!(await offerOf(work.db, toEventId))) await copyOffer(work, deps, fromEventId, toEventId);
  if (occurrenceIds.length === 0) return;
  const pools = await work.db
    .select({ id: registrationPools.id })
    .from(registrationPools)
    .where(and(eq(registrationPools.eventId, fromEventId), inArray(registrationPools.occurrenceId, [...occurrenceIds])))
    .orderBy(asc(registrationPools.id));
  for (const { id } of pools) {
    await lockPool(work, id);
    await work.db.update(registrationPools).set({ eventId: toEventId }).where(eq(registrationPools.id, id));
  }
  work.publish(seatsChanged(fromEventId));
  work.publish(seatsChanged(toEventId));
}

import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { readEvent, type DatesChanged } from '#modules/agenda/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { livingStates } from '../domain/registration-states.ts';
import { seatsChanged } from '../facts.ts';
import type { RegistrationDependencies } from '../ports.ts';
import { registrationPools, registrations } from '../tables.ts';
import { holdPool } from './saving/held-registrations.ts';
import { tellDateChanged } from './saving/letters.ts';
import { settleCharges } from './saving/settle-charge.ts';
import { settlePool } from './saving/settle-pool.ts';

type Change = DatesChanged['dates'][number]['change'];
const weight: Readonly<Record<Change, number>> = { cancelled: 3, restored: 2, moved: 1, place: 0 };

/** After dates moved, were called off or came back: each of those registered is told once, with the new calendar file. Returns how many there are. */
export async function tellDateChanges(
  work: CommandContext,
  deps: RegistrationDependencies,
  fact: Pick<DatesChanged, 'eventId' | 'dates'>,
): Promise<number> {
  const byDate = new Map<string, Change>();
  for (const { occurrenceId, change } of fact.dates) {
    const known = byDate.get(occurrenceId);
    if (!known || weight[change] > weight[known]) byDate.set(occurrenceId, change);
  }
  const pools = await work.db
    .select()
    .from(registrationPools)
    .where(
      and(
        eq(registrationPools.eventId, fact.eventId),
        or(isNull(registrationPools.occurrenceId), inArray(registrationPools.occurrenceId, [...byDate.keys()])),
      ),
    )
    .orderBy(registrationPools.id);
  if (pools.length === 0) return 0;
  let count = 0;
  const event = await readEvent(work.db, fact.eventId);
  for (const { id, occurrenceId } of pools) {
    const pool = await holdPool(work, id);
    if (!pool) continue;
    const change = occurrenceId === null ? wholeChange(byDate, pool.dates.isCancelled) : byDate.get(occurrenceId);
    if (!change) continue;
    const rows = await work.db
      .select()
      .from(registrations)
      .where(and(eq(registrations.poolId, id), inArray(registrations.state, [...livingStates])))
      .orderBy(registrations.arrival);
    const note = pool.dates.dates[0]?.note || event?.fields.stateNote || '';
    const bookingIds = [...new Set(rows.map(({ bookingId }) => bookingId))];
    // What is asked, or owed back, hangs on whether the date is held.
    const isAboutMoney = change === 'cancelled' || change === 'restored';
    const back = isAboutMoney ? await settleCharges(work, deps, pool, bookingIds) : new Map<string, number>();
    // What is over is nobody's news.
    if (Temporal.Instant.compare(pool.dates.dates.at(-1)?.endsAt ?? work.now(), work.now()) > 0)
      await tellDateChanged(work, deps, pool, rows, { change, note, back });
    count += rows.length;
    await settlePool(work, deps, pool);
  }
  work.publish(seatsChanged(fact.eventId));
  return count;
}

/** For those registered to all the dates: called off when none is left, else the gravest of what happened. */
function wholeChange(byDate: ReadonlyMap<string, Change>, isCancelled: boolean): Change | undefined {
  const changes = [...byDate.values()];
  if (isCancelled) return 'cancelled';
  if (changes.includes('restored')) return 'restored';
  // One date less of several: the dates changed.
  return changes.includes('moved') || changes.includes('cancelled') ? 'moved' : changes[0];
}

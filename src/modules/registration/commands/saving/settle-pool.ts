import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { offerDeadline } from '../../domain/offer-times.ts';
import { roomLeft, roomOf } from '../../domain/seats.ts';
import { whoGetsIn } from '../../domain/waiting-list.ts';
import { registrationCancelled, registrationConfirmed, seatOffered } from '../../facts.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import { takenSeats, waitingGroups } from '../../queries/pool-seats.ts';
import type { RegisteredDates } from '../../queries/registered-date.ts';
import type { StoredOffer } from '../../queries/stored-offer.ts';
import { registrationBookings, registrations } from '../../tables.ts';
import { settleCharges } from './settle-charge.ts';
import { tellExpired, tellOffered, tellUnpaid } from './letters.ts';

/** A queue whose lock is held. */
export interface HeldPool {
  readonly id: string;
  readonly offer: StoredOffer;
  readonly dates: RegisteredDates;
}

/**
 * Brings a queue up to date, its lock held: seats offered or kept in vain are taken back, then those that are free go
 * to those who wait, in order. Those of `arriving` get theirs at once; the others are asked first.
 */
export async function settlePool(
  work: CommandContext,
  deps: RegistrationDependencies,
  pool: HeldPool,
  arriving: ReadonlySet<string> = new Set(),
): Promise<void> {
  await takeBackOffers(work, deps, pool);
  await takeBackUnpaid(work, deps, pool);
  const now = work.now();
  const until = offerDeadline(pool.offer, pool.dates, now);
  // A queue that was never opened by hand still seats whom the team registers afterwards.
  if (!until && arriving.size === 0) return;
  const room = roomOf(pool.offer);
  const { taken, seated } = await takenSeats(work.db, pool.id);
  if (roomLeft(room, taken).total === 0) return;
  const groups = await waitingGroups(work.db, pool.id, pool.offer.keepsGroups);
  const chosen = whoGetsIn(groups, pool.offer.waitingRule, { room, taken, seated });
  const idsOf = (which: (id: string) => boolean) =>
    groups.filter((group) => chosen.includes(group)).flatMap((group) => group.registrationIds.filter(which));
  const confirmed = idsOf((id) => arriving.has(id));
  const offered = until ? idsOf((id) => !arriving.has(id)) : [];
  if (confirmed.length > 0) {
    await work.db
      .update(registrations)
      .set({ state: 'confirmed', stateAt: now, updatedAt: now })
      .where(inArray(registrations.id, confirmed));
    work.publish(registrationConfirmed(pool.offer.eventId, confirmed));
  }
  if (offered.length > 0 && until) {
    await work.db
      .update(registrations)
      .set({ state: 'offered', offeredUntil: until, stateAt: now, updatedAt: now })
      .where(inArray(registrations.id, offered));
    work.publish(seatOffered(pool.offer.eventId, offered));
    await tellOffered(work, deps, pool, { ids: offered, until });
  }
}

async function takeBackOffers(work: CommandContext, deps: RegistrationDependencies, pool: HeldPool): Promise<void> {
  const late = await work.db
    .update(registrations)
    .set({ state: 'cancelled', stateReason: 'expired', offeredUntil: null, stateAt: work.now(), updatedAt: work.now() })
    .where(
      and(
        eq(registrations.poolId, pool.id),
        eq(registrations.state, 'offered'),
        lte(registrations.offeredUntil, work.now()),
      ),
    )
    .returning();
  if (late.length === 0) return;
  work.publish(
    registrationCancelled(
      pool.offer.eventId,
      late.map(({ id }) => id),
    ),
  );
  await tellExpired(work, deps, pool, late);
}

/** A seat kept for an online payment that did not come. */
async function takeBackUnpaid(work: CommandContext, deps: RegistrationDependencies, pool: HeldPool): Promise<void> {
  const late = await work.db
    .update(registrationBookings)
    .set({ heldUntil: null })
    .where(and(eq(registrationBookings.poolId, pool.id), lte(registrationBookings.heldUntil, work.now())))
    .returning({ id: registrationBookings.id });
  if (late.length === 0) return;
  const bookingIds = late.map(({ id }) => id);
  const freed = await work.db
    .update(registrations)
    .set({ state: 'cancelled', stateReason: 'unpaid', stateAt: work.now(), updatedAt: work.now() })
    .where(and(inArray(registrations.bookingId, bookingIds), sql`${registrations.state} = 'confirmed'`))
    .returning();
  if (freed.length === 0) return;
  work.publish(
    registrationCancelled(
      pool.offer.eventId,
      freed.map(({ id }) => id),
    ),
  );
  await settleCharges(work, deps, pool, bookingIds);
  await tellUnpaid(work, deps, pool, freed);
}

import { and, asc, eq, inArray } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { isLiving } from '../../domain/registration-states.ts';
import { registrationCancelled, seatsChanged } from '../../facts.ts';
import { linkHash } from '../../links.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import { registeredDates } from '../../queries/registered-date.ts';
import { offerOf } from '../../queries/stored-offer.ts';
import { registrationBookings, registrationPools, registrations } from '../../tables.ts';
import { tellCancelled } from './letters.ts';
import type { BookingRow, RegistrationRow } from '../../tables.ts';
import { holdEvent, lockPool } from './lock-pool.ts';
import { settleCharges } from './settle-charge.ts';
import { settlePool, type HeldPool } from './settle-pool.ts';

/** Holds a queue until the end of the act; null when it, or its event, is gone. */
export async function holdPool(work: CommandContext, poolId: string): Promise<HeldPool | null> {
  const [known] = await work.db.select().from(registrationPools).where(eq(registrationPools.id, poolId));
  if (!known) return null;
  await holdEvent(work, known.eventId);
  const offer = await offerOf(work.db, known.eventId);
  const dates = await registeredDates(work.db, known);
  if (!offer || !dates || !(await lockPool(work, poolId))) return null;
  return { id: poolId, offer, dates };
}

/** Some registrations and their queue, which is held. */
export interface HeldRegistrations {
  readonly pool: HeldPool;
  readonly booking: BookingRow;
  readonly rows: readonly RegistrationRow[];
}

/** What a private link opens, its queue held: all of a booking, or one registration. Null for any other address. */
export async function heldBySecret(
  work: CommandContext,
  secret: string,
): Promise<(HeldRegistrations & { readonly isBooker: boolean }) | null> {
  const hash = linkHash(secret);
  const { db } = work;
  const [booking] = await db.select().from(registrationBookings).where(eq(registrationBookings.linkHash, hash));
  const [own] = booking ? [] : await db.select().from(registrations).where(eq(registrations.linkHash, hash));
  const poolId = booking?.poolId ?? own?.poolId;
  const pool = poolId ? await holdPool(work, poolId) : null;
  if (!pool) return null;
  // Read again under the lock: the link may have been handed over meanwhile.
  const [current] = await db
    .select()
    .from(registrationBookings)
    .where(booking ? eq(registrationBookings.linkHash, hash) : eq(registrationBookings.id, own?.bookingId ?? ''));
  if (!current) return null;
  const rows = await db
    .select()
    .from(registrations)
    .where(booking ? eq(registrations.bookingId, current.id) : eq(registrations.linkHash, hash))
    .orderBy(asc(registrations.position));
  return rows.length > 0 ? { pool, booking: current, rows, isBooker: booking !== undefined } : null;
}

/** Registrations of one event by id, queue by queue, each held in turn; those of other events are left out. */
export async function heldByIds(
  work: CommandContext,
  eventId: string,
  ids: readonly string[],
): Promise<{ pool: HeldPool; rows: readonly RegistrationRow[] }[]> {
  const pools = await work.db
    .selectDistinct({ id: registrationPools.id })
    .from(registrations)
    .innerJoin(
      registrationPools,
      and(eq(registrationPools.hubId, registrations.hubId), eq(registrationPools.id, registrations.poolId)),
    )
    .where(and(inArray(registrations.id, [...ids]), eq(registrationPools.eventId, eventId)))
    .orderBy(asc(registrationPools.id));
  const held: { pool: HeldPool; rows: readonly RegistrationRow[] }[] = [];
  for (const { id } of pools) {
    const pool = await holdPool(work, id);
    if (!pool) continue;
    const rows = await work.db
      .select()
      .from(registrations)
      .where(and(inArray(registrations.id, [...ids]), eq(registrations.poolId, id)))
      .orderBy(asc(registrations.arrival));
    held.push({ pool, rows });
  }
  return held;
}

/** Frees the seats or ranks of these people, lets the next ones in, and tells everyone. Returns how many there were. */
export async function cancelRows(
  work: CommandContext,
  deps: RegistrationDependencies,
  pool: HeldPool,
  rows: readonly RegistrationRow[],
  why: { reason: 'self' | 'staff'; note: string; isSilent?: boolean; isDeclined?: boolean },
): Promise<number> {
  const living = rows.filter(({ state }) => isLiving(state));
  if (living.length === 0) return 0;
  const ids = living.map(({ id }) => id);
  await work.db
    .update(registrations)
    .set({
      state: why.isDeclined ? 'declined' : 'cancelled',
      stateReason: why.reason,
      stateNote: why.note,
      offeredUntil: null,
      stateAt: work.now(),
      updatedAt: work.now(),
    })
    .where(inArray(registrations.id, ids));
  work.publish(registrationCancelled(pool.offer.eventId, ids));
  await settlePool(work, deps, pool);
  const back = await settleCharges(work, deps, pool, [...new Set(living.map(({ bookingId }) => bookingId))]);
  if (!why.isSilent) await tellCancelled(work, deps, pool, living, { by: why.reason, note: why.note, back });
  work.publish(seatsChanged(pool.offer.eventId));
  return living.length;
}

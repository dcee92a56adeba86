import { asc, eq } from 'drizzle-orm';
import { chargesOf, type ChargeView } from '#modules/payments/index.ts';
import type { Context } from '#platform/context/context.ts';
import { inOrder } from '../domain/waiting-list.ts';
import { linkHash } from '../links.ts';
import { chargeModule } from '../domain/charge-module.ts';
import {
  registrationBookings,
  registrationPools,
  registrations,
  type BookingRow,
  type RegistrationRow,
} from '../tables.ts';
import { takenSeats, waitingGroups } from './pool-seats.ts';
import { registeredDates, type RegisteredDates } from './registered-date.ts';
import { offerOf, type StoredOffer } from './stored-offer.ts';
import { toldDates, type ToldDates } from './told-dates.ts';

/** What a private link opens. */
export interface OwnRegistration {
  readonly booking: BookingRow;
  readonly rows: readonly RegistrationRow[];
  readonly isBooker: boolean;
  readonly offer: StoredOffer;
  readonly dates: RegisteredDates;
  readonly told: ToldDates;
  /** Rank on the waiting list, by registration. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly charge: ChargeView | null;
  /** Paid, and owed to nobody any more, in cents. */
  readonly toReturn: number;
}

/** What stands behind a secret; null for any other address. */
export async function ownRegistration(ctx: Context, secret: string): Promise<OwnRegistration | null> {
  const { db } = ctx;
  if (!/^[\w-]{43}$/.test(secret)) return null;
  const hash = linkHash(secret);
  const [booked] = await db.select().from(registrationBookings).where(eq(registrationBookings.linkHash, hash));
  const rows = await db
    .select()
    .from(registrations)
    .where(booked ? eq(registrations.bookingId, booked.id) : eq(registrations.linkHash, hash))
    .orderBy(asc(registrations.position));
  const [first] = rows;
  if (!first) return null;
  const [booking] = booked
    ? [booked]
    : await db.select().from(registrationBookings).where(eq(registrationBookings.id, first.bookingId));
  const [pool] = await db.select().from(registrationPools).where(eq(registrationPools.id, first.poolId));
  const offer = pool && (await offerOf(db, pool.eventId));
  const dates = pool && (await registeredDates(db, pool));
  if (!booking || !offer || !dates) return null;
  const isWaiting = rows.some(({ state }) => state === 'waiting');
  const charges = booked ? ((await chargesOf(db, chargeModule, [booking.id])).get(booking.id) ?? []) : [];
  return {
    booking,
    rows,
    isBooker: booked !== undefined,
    offer,
    dates,
    told: await toldDates(ctx, dates),
    ranks: isWaiting ? await ranksIn(ctx, first.poolId, offer) : new Map(),
    charge: charges.findLast(({ state }) => state !== 'cancelled') ?? null,
    toReturn: charges.reduce((sum, charge) => sum + charge.toReturn, 0),
  };
}

/** The rank of each person who waits, first in line first. */
export async function ranksIn(
  { db }: Pick<Context, 'db'>,
  poolId: string,
  offer: StoredOffer,
): Promise<ReadonlyMap<string, number>> {
  const groups = await waitingGroups(db, poolId, offer.keepsGroups);
  const { seated } = await takenSeats(db, poolId);
  const ranks = new Map<string, number>();
  for (const unit of inOrder(groups, offer.waitingRule, seated)) {
    const group = groups.find(({ id }) => id === unit.id);
    for (const id of group?.registrationIds ?? []) ranks.set(id, ranks.size + 1);
  }
  return ranks;
}

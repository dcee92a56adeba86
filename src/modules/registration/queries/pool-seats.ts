import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { addSeats, noSeats, seatsOfPeople, type SeatCounts } from '../domain/seats.ts';
import type { WaitingUnit } from '../domain/waiting-list.ts';

/** Seats taken in a queue, by kind and by structure. */
export interface TakenSeats {
  taken: SeatCounts;
  seated: ReadonlyMap<string, number>;
}

/** Counts the seats taken. Exact for whoever holds the lock of the queue. */
export async function takenSeats(db: Reader, poolId: string): Promise<TakenSeats> {
  const { rows } = await db.execute<{ kind: string; workshops: string[]; organization: string; count: number }>(sql`
    select seat_kind as kind, workshops, organization_key as organization, count(*)::int as count from registrations
    where pool_id = ${poolId}::uuid and state in ('confirmed', 'offered') group by 1, 2, 3`);
  let taken = noSeats;
  const seated = new Map<string, number>();
  for (const { kind, workshops, organization, count } of rows) {
    taken = addSeats(taken, seatsOfPeople([{ seatKind: kind, workshops }]), count);
    if (organization !== '') seated.set(organization, (seated.get(organization) ?? 0) + count);
  }
  return { taken, seated };
}

/** Someone who waits, with the registrations it stands for. */
export interface WaitingGroup extends WaitingUnit {
  readonly registrationIds: readonly string[];
}

/** Those who wait in a queue: each alone, or with those she registered with. */
export async function waitingGroups(db: Reader, poolId: string, keepsGroups: boolean): Promise<WaitingGroup[]> {
  const { rows } = await db.execute<{
    id: string;
    booking_id: string;
    arrival: number;
    seat_kind: string;
    workshops: string[];
    is_member: boolean;
    is_newcomer: boolean;
    organization_key: string;
  }>(sql`select id, booking_id, arrival, seat_kind, workshops, is_member, is_newcomer, organization_key from registrations
    where pool_id = ${poolId}::uuid and state = 'waiting' order by arrival`);
  return [...Map.groupBy(rows, (row) => (keepsGroups ? row.booking_id : row.id))].map(([id, group]) => ({
    id,
    arrival: group[0]?.arrival ?? 0,
    seats: seatsOfPeople(group.map((row) => ({ seatKind: row.seat_kind, workshops: row.workshops }))),
    // A group of members and others is what its first person is.
    isMember: group[0]?.is_member ?? false,
    isNewcomer: group[0]?.is_newcomer ?? false,
    organization: group[0]?.organization_key ?? '',
    registrationIds: group.map((row) => row.id),
  }));
}

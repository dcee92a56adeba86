import type { CommandContext } from '#platform/context/context.ts';
import { addSeats, fits, roomLeft, roomOf, seatsOfPeople, type HeldSeats } from '../../domain/seats.ts';
import { holds } from '../../domain/workshops.ts';
import { takenSeats } from '../../queries/pool-seats.ts';
import type { HeldPool } from './settle-pool.ts';

/** Whether someone seated may hold these seats instead of hers, the lock of the queue held. What she keeps is hers. */
export async function hasRoomFor(
  work: CommandContext,
  pool: HeldPool,
  before: HeldSeats,
  after: HeldSeats,
): Promise<boolean> {
  const isNew = (key: string) => !holds(before, key);
  const added = [after.seatKind, ...after.workshops].filter(isNew);
  if (added.length === 0) return true;
  const { taken } = await takenSeats(work.db, pool.id);
  const left = roomLeft(roomOf(pool.offer), addSeats(taken, seatsOfPeople([before]), -1));
  return fits({ ...left, total: null }, seatsOfPeople([{ seatKind: '', workshops: added }]));
}

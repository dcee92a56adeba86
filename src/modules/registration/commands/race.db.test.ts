import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { anOffer, someDeps } from '../testing/builders.ts';
import { registrationPools, registrations } from '../tables.ts';
import { bookSeats } from './book-seats.ts';
import type { PoolLock } from './saving/lock-pool.ts';
import { openTurns } from './turns.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

/** Reads the queue as it stands, holding nothing: what the guard is for. */
const unguarded: PoolLock = async (work, id) => {
  const [row] = await work.db.select().from(registrationPools).where(eq(registrationPools.id, id));
  // Someone who reads before writing leaves time for others to read the same.
  await work.db.execute(sql`select pg_sleep(0.02)`);
  return row ?? null;
};

async function race(count: number, seats: number, lock?: PoolLock) {
  const ctx = contextOf(database, await newHub(database), actorWith('employee'));
  const { eventId, occurrenceId } = await anOffer(ctx, { capacity: seats });
  const inTurn = openTurns(4);
  const outcomes = await Promise.allSettled(
    Array.from({ length: count }, (_, index) =>
      inTurn(() =>
        execute({ ...ctx, actor: null }, bookSeats(someDeps, lock), {
          eventId,
          occurrenceId,
          people: [{ name: `Personne ${index}`, email: `personne-${index}@essai.example` }],
        }),
      ),
    ),
  );
  const rows = await ctx.db.select().from(registrations);
  return { outcomes, rows, confirmed: rows.filter(({ state }) => state === 'confirmed') };
}

test('of 200 at once for the last seat, one has it and 199 wait, each at a rank of her own', async () => {
  const { outcomes, rows, confirmed } = await race(200, 1);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(outcomes.every((one) => one.status === 'fulfilled' && one.value.ok)).toBe(true);
  expect(confirmed).toHaveLength(1);
  expect(rows.filter(({ state }) => state === 'waiting')).toHaveLength(199);
  expect(rows.map(({ arrival }) => arrival).toSorted((a, b) => a - b)).toEqual(rows.map((_, index) => index + 1));
  expect(confirmed[0]?.arrival).toBe(1);
}, 60_000);

test('of 60 at once for 20 seats, exactly 20 have one', async () => {
  const { confirmed, rows } = await race(60, 20);
  expect([confirmed.length, rows.length]).toEqual([20, 60]);
}, 60_000);

test('without the lock, the harm shows: more seats are given than there are, or ranks are taken twice', async () => {
  const { outcomes, confirmed } = await race(40, 1, unguarded);
  const broken = outcomes.filter(({ status }) => status === 'rejected').length;
  expect(confirmed.length > 1 || broken > 0).toBe(true);
}, 60_000);

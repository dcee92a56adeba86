import { writeFileSync } from 'node:fs';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { stormOfWaiting, type WaitingFindings } from '#tests/support/waiting-list-storm.ts';
import { registrationPools } from '../tables.ts';
import type { PoolLock } from './saving/lock-pool.ts';

// A light dose in every run; `npm run ordeal -- waiting-list` plays the whole of it, and reads what was found.
const count = Number(process.env['WAITING_INTERLEAVINGS'] ?? 20);
const seed = Number(process.env['WAITING_SEED'] ?? 7);
const report = process.env['WAITING_REPORT'];

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

/** Reads the queue as it stands, holding nothing, and leaves others the time to read the same. */
const unguarded: PoolLock = async (work, id) => {
  const [row] = await work.db.select().from(registrationPools).where(eq(registrationPools.id, id));
  await work.db.execute(sql`select pg_sleep(0.02)`);
  return row ?? null;
};

const storm = async (rounds: number, lock?: PoolLock): Promise<WaitingFindings> => {
  const team = contextOf(database, await newHub(database), actorWith('employee'));
  return stormOfWaiting(team, { count: rounds, seed, ...(lock ? { lock } : {}) });
};

test('while some cancel, accept, decline or let pass and others register, the list keeps its word', async () => {
  const found = await storm(count);
  const control = await storm(4, unguarded);
  const harm = control.oversold + control.idle + control.skipped + control.sameRank + control.broken;
  if (report) writeFileSync(report, JSON.stringify({ ...found, harm }));
  expect(found).toMatchObject({ oversold: 0, idle: 0, skipped: 0, sameRank: 0, wrongLetters: 0, broken: 0 });
  expect(found.interleavings).toBe(count);
  expect(found.promoted).toBeGreaterThan(count / 2);
  expect(found.expired).toBeGreaterThan(0);
  // Control: without the lock under which seats are counted, the harm shows.
  expect(harm).toBeGreaterThan(0);
}, 3_600_000);

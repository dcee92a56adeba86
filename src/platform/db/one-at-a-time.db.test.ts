import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { inTransaction, withoutWaitingForDisk } from './database.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

test('reads started at once in a transaction are answered in turn, without a word of the driver', async () => {
  const warnings: string[] = [];
  const listen = (warning: Error) => void warnings.push(warning.message);
  process.on('warning', listen);
  const db = database.databases.forHub(await newHub(database));
  const numbers = await inTransaction(db, (tx) =>
    Promise.all([3, 1, 2].map(async (number) => (await tx.execute(sql`select ${number}::int as n`)).rows[0]?.['n'])),
  );
  expect(numbers).toEqual([3, 1, 2]);
  // Warnings are told at the next turn.
  await new Promise((resolve) => void setImmediate(resolve));
  process.off('warning', listen);
  expect(warnings).toEqual([]);
});

test('a refused statement is told to whoever sent it; what was written before it is undone', async () => {
  const hubId = await newHub(database);
  const db = database.databases.forHub(hubId);
  const outcome = inTransaction(db, async (tx) => {
    await tx.execute(sql`update hubs set slug = 'autre' where id = ${hubId}::uuid`);
    const answers = await Promise.allSettled([tx.execute(sql`select 1 / 0`), tx.execute(sql`select 1`)]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    throw new Error('undone');
  });
  await expect(outcome).rejects.toThrow('undone');
  const { rows } = await db.execute(sql`select count(*)::int as n from hubs where slug = 'autre'`);
  expect(rows[0]?.['n']).toBe(0);
});

test('commits that do not wait for the disk are those of one handle only', async () => {
  const db = database.databases.forHub(await newHub(database));
  const waits = (handle: typeof db) =>
    inTransaction(
      handle,
      async (tx) => (await tx.execute(sql`show synchronous_commit`)).rows[0]?.['synchronous_commit'],
    );
  expect([await waits(withoutWaitingForDisk(db)), await waits(db)]).toEqual(['off', 'on']);
});

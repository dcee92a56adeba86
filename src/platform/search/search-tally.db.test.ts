import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { createLog } from '../log/log.ts';
import { createSearchTally, mayBeKept } from './search-tally.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const day = '2026-11-22';
const open = () => createSearchTally({ forHub: database.databases.forHub, secret: 'secret', log: createLog('silent') });

async function kept(hubId: string) {
  const { db } = contextOf(database, hubId);
  const { rows } = await db.execute<{ words: string | null; times: number }>(
    sql`select words, times from missed_searches order by times, words`,
  );
  const days = await db.execute<{ searches: number; missed: number }>(sql`select searches, missed from search_days`);
  return { rows, days: days.rows };
}

it('writes the words once three visitors searched them in vain, by whichever process', async () => {
  const hubId = await newHub(database);
  const [one, other] = [open(), open()];
  const search = { hubId, text: 'Cantine à dons', day, isFound: false };
  one.note({ ...search, clientIp: '192.0.2.1' });
  one.note({ ...search, text: 'cantine a DONS', clientIp: '192.0.2.1' });
  one.note({ ...search, clientIp: '192.0.2.2' });
  one.note({ ...search, text: 'pain', isFound: true, clientIp: '192.0.2.2' });
  await one.flush();
  expect(await kept(hubId)).toEqual({ rows: [{ words: null, times: 2 }], days: [{ searches: 3, missed: 2 }] });
  other.note({ ...search, clientIp: '192.0.2.3' });
  await other.close();
  expect(await kept(hubId)).toEqual({
    rows: [{ words: 'cantine a dons', times: 3 }],
    days: [{ searches: 4, missed: 3 }],
  });
});

it('keeps neither address, phone nor long text, and counts them all the same', async () => {
  const hubId = await newHub(database);
  const tally = open();
  for (const text of ['jeanne@poste.example', '02 61 91 12 34', 'mot '.repeat(30)])
    for (const last of [1, 2, 3, 4]) tally.note({ hubId, text, day, isFound: false, clientIp: `192.0.2.${last}` });
  await tally.flush();
  expect(await kept(hubId)).toEqual({ rows: [], days: [{ searches: 12, missed: 12 }] });
});

it('stays within bounds under a flood, and outlives a database that is away', async () => {
  const hubId = await newHub(database);
  const tally = open();
  for (let index = 0; index < 3_000; index++)
    tally.note({ hubId, text: `mot${index}`, day, isFound: false, clientIp: '192.0.2.9' });
  await tally.flush();
  const { rows, days } = await kept(hubId);
  expect(rows).toHaveLength(1_000);
  expect(days).toEqual([{ searches: 3_000, missed: 3_000 }]);
  const broken = createSearchTally({
    forHub: () => ({ execute: () => Promise.reject(new Error('away')) }) as never,
    secret: 'secret',
    log: createLog('silent'),
  });
  broken.note({ hubId, text: 'pain', day, isFound: false, clientIp: '192.0.2.1' });
  await expect(broken.close()).resolves.toBeUndefined();
});

test('what may be kept', () => {
  expect(mayBeKept('recyclerie 35')).toBe(true);
  expect(mayBeKept('loi 1901')).toBe(true);
  for (const text of ['a@b.example', 'jeanne arobase poste', '06 39 98 12 34', '٠٦٣٩٩٨١٢٣٤', 'é'.repeat(61)])
    expect(mayBeKept(text), text).toBe(false);
});

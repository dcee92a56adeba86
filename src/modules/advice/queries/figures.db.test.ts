import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { aRequest } from '../testing/builders.ts';
import { adviceFigures } from './figures.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

test('years turn at the hub’s own midnight; half had its answer in the time said', async () => {
  const ctx = { ...contextOf(database, await newHub(database)), zone: 'Indian/Reunion' };
  const received = ['2025-12-31T20:30:00Z', '2025-12-31T19:30:00Z', '2026-02-10T10:00:00Z', '2026-02-11T10:00:00Z'];
  for (const [rank, at] of received.entries()) {
    const { id } = await aRequest(ctx, { cameFrom: '/annuaire', situation: rank > 1 ? 'jeune' : null });
    await ctx.db.execute(
      sql`update advice_requests set received_at = ${at}::timestamptz, first_answered_at = ${at}::timestamptz, first_answer_minutes = ${rank * 60} where id = ${id}::uuid`,
    );
  }
  const figures = await adviceFigures(ctx, 2026);
  expect(figures).toMatchObject({
    total: 3,
    answered: 3,
    medianMinutes: 120,
    origins: [{ key: '/annuaire', count: 3 }],
  });
  expect(figures.months.filter((month) => month.count > 0)).toEqual([
    { key: '2026-01', label: null, count: 1 },
    { key: '2026-02', label: null, count: 2 },
  ]);
  expect(figures.situations).toEqual([
    { key: 'jeune', label: null, count: 2 },
    { key: null, label: null, count: 1 },
  ]);
  expect((await adviceFigures(ctx, 2025)).total).toBe(1);
  expect((await adviceFigures(ctx, 2024)).total).toBe(0);
});

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { photoPorts } from '#modules/photos/testing/builders.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { demoPhotos } from './demo-photos.ts';
import { fillPhotos } from './fill-photos.ts';

let database: TestDatabase;
let ports: Awaited<ReturnType<typeof photoPorts>>;
beforeAll(async () => {
  database = await openTestDatabase();
  ports = await photoPorts();
});
afterAll(async () => {
  await ports.close();
  await database.close();
});

test('the demonstration’s photos differ, most are shown, some wait or were refused', { timeout: 60_000 }, async () => {
  const ctx = contextOf(database, await newHub(database), actorWith('employee'));
  const filled = await fillPhotos(ctx, ports.files, 'Pôle ESS des Vallons');
  expect(filled.size).toBe(demoPhotos.length);
  expect(new Set([...filled.values()].map(({ imageId }) => imageId)).size).toBe(demoPhotos.length);
  const { rows } = await ctx.db.execute<{ hidden: number; press: number }>(sql`
    select count(*) filter (where i.withheld_at is not null)::int as hidden, count(*) filter (where p.is_for_press)::int as press
    from photos p join stored_images i on i.hub_id = p.hub_id and i.id = p.image_id`);
  expect(rows[0]).toEqual({ hidden: 2, press: 6 });
});

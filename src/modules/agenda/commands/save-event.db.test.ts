import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { listedOccurrences } from '../queries/listed-occurrences.ts';
import { readEvent } from '../queries/stored-event.ts';
import { saveEvent } from './save-event.ts';

let database: TestDatabase;
let ctx: ReturnType<typeof contextOf>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  ctx = contextOf(database, await newHub(database), actorWith('employee'));
});

const inDays = (days: number) => Temporal.Now.plainDateISO('Europe/Paris').add({ days }).toString();

test('an evening that ends after midnight is shown on its day, and comes back as it was typed', async () => {
  const fields = { title: 'Bal', startsOn: inDays(10), startsAt: '20:00', endsAt: '01:30' };
  const { id } = unwrap(await execute(ctx, saveEvent, { id: null, version: null, act: 'publish', fields }));
  const [date] = await listedOccurrences(ctx.db, {}, { limit: 5 });
  expect(date).toMatchObject({ eventId: id, title: 'Bal', isSeries: false });
  expect([date?.startsOn.toString(), date?.lastOn.toString()]).toEqual([inDays(10), inDays(10)]);
  expect((await readEvent(ctx.db, id))?.fields).toMatchObject({ ...fields, endsOn: null });
});

test('a series keeps the rows of dates that stay, and cancels those it loses once public', async () => {
  const fields = { title: 'Permanence', startsOn: inDays(1), startsAt: '18:00', rule: 'FREQ=WEEKLY;COUNT=3' };
  const saved = unwrap(await execute(ctx, saveEvent, { id: null, version: null, act: 'publish', fields }));
  const before = await listedOccurrences(ctx.db, {}, { limit: 9 });
  expect(before).toHaveLength(3);
  const shorter = { ...fields, rule: 'FREQ=WEEKLY;COUNT=2' };
  unwrap(await execute(ctx, saveEvent, { id: saved.id, version: 1, act: 'publish', fields: shorter }));
  const after = await listedOccurrences(ctx.db, {}, { limit: 9 });
  expect(after.map(({ id }) => id)).toEqual(before.slice(0, 2).map(({ id }) => id));
  expect(ctx.witness.facts).toContainEqual({
    type: 'datesChanged',
    eventId: saved.id,
    dates: [{ occurrenceId: before[2]?.id, change: 'cancelled' }],
  });
});

test('two who edit the same event are told, and nothing is lost', async () => {
  const fields = { title: 'Visite', startsOn: inDays(3), startsAt: '14:00' };
  const { id } = unwrap(await execute(ctx, saveEvent, { id: null, version: null, act: 'keep', fields }));
  unwrap(await execute(ctx, saveEvent, { id, version: 1, act: 'keep', fields: { ...fields, title: 'Visite guidée' } }));
  expect(await execute(ctx, saveEvent, { id, version: 1, act: 'publish', fields })).toMatchObject({
    ok: false,
    reason: 'edited_meanwhile',
  });
  expect(await listedOccurrences(ctx.db, {}, { limit: 5 })).toEqual([]);
});

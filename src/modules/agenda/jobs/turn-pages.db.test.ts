import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { saveEvent } from '../commands/save-event.ts';
import { hasTurned } from '../queries/public/has-turned.ts';

let database: TestDatabase;
let ctx: ReturnType<typeof contextOf>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  ctx = contextOf(database, await newHub(database), actorWith('employee'));
});

const zone = 'Europe/Paris';
const tomorrow = () => Temporal.Now.plainDateISO(zone).add({ days: 1 });

/** Whether pages turned in the five minutes before this time of tomorrow. */
async function turnedAt(time: string): Promise<boolean> {
  const now = tomorrow().toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();
  return hasTurned({ ...ctx, zone, clock: { now: () => now } }, now.subtract({ minutes: 5 }));
}

test('pages turn at midnight, when a date begins and when it ends, and at no other time', async () => {
  const fields = { title: 'Café', startsOn: tomorrow().toString(), startsAt: '09:00', endsAt: '11:30' };
  unwrap(await execute(ctx, saveEvent, { id: null, version: null, act: 'publish', fields }));
  const turns = [];
  for (const time of ['00:02', '08:59', '09:02', '09:30', '11:29', '11:32', '12:00'])
    if (await turnedAt(time)) turns.push(time);
  expect(turns).toEqual(['00:02', '09:02', '11:32']);
});

test('a draft turns no page, an event without an end is over after an hour', async () => {
  const fields = { title: 'Réunion', startsOn: tomorrow().toString(), startsAt: '14:00' };
  const { id } = unwrap(await execute(ctx, saveEvent, { id: null, version: null, act: 'keep', fields }));
  expect(await turnedAt('14:02')).toBe(false);
  unwrap(await execute(ctx, saveEvent, { id, version: 1, act: 'publish', fields }));
  expect([await turnedAt('14:02'), await turnedAt('14:32'), await turnedAt('15:02')]).toEqual([true, false, true]);
});

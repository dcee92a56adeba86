import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anEmployee, asActor } from '#modules/identity/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { offeredSlots } from '../queries/slots.ts';
import { requestList } from '../queries/request-list.ts';
import { ownRequest } from '../queries/request-sheet.ts';
import { aRequest, mailsOf, question, someSlots, testLinks } from '../testing/builders.ts';
import { readQueueQuery } from '../web/office/queue-query.ts';
import { cancelSlot, offerSlots } from './keep-slots.ts';
import { sendAdviceRequest } from './send-advice-request.ts';
import { giveSlotBack, takeSlot } from './take-slot.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

let visitor: ReturnType<typeof contextOf>;
let team: ReturnType<typeof contextOf>;
beforeEach(async () => {
  visitor = contextOf(database, await newHub(database));
  team = asActor(contextOf(database, visitor.hubId), await anEmployee(visitor));
});

test('of twenty who want the same moment at once, one has it, and the others lose nothing', async () => {
  const [slotId = ''] = await someSlots(team);
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, rank) =>
      execute(visitor, sendAdviceRequest(testLinks), { ...question, reach: `v${rank}@exemple.fr`, slotId }),
    ),
  );
  expect(all.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(all.filter((outcome) => !outcome.ok).map((outcome) => !outcome.ok && outcome.fields)).toEqual(
    Array.from({ length: 19 }, () => ({ slot: expect.stringContaining('vient d’être pris') })),
  );
  expect((await requestList(team, readQueueQuery(new URLSearchParams()), 1)).count).toBe(1);
  expect(await offeredSlots(visitor)).toEqual([]);
});

test('of twenty requests that exist, one takes it', async () => {
  const [slotId = ''] = await someSlots(team);
  const secrets: string[] = [];
  for (let rank = 0; rank < 20; rank++) secrets.push((await aRequest(visitor)).secret);
  const all = await Promise.all(secrets.map((secret) => execute(visitor, takeSlot(testLinks), { secret, slotId })));
  expect(all.filter((outcome) => outcome.ok)).toHaveLength(1);
  const { rows } = await team.db.execute<{ count: number }>(sql`select count(*)::int as count from appointments`);
  expect(rows[0]?.count).toBe(1);
});

test('is confirmed with its file, changed for another, given back', async () => {
  const [first = '', second = ''] = await someSlots(team, 2);
  const { secret } = await aRequest(visitor);
  unwrap(await execute(visitor, takeSlot(testLinks), { secret, slotId: first }));
  const [mail] = await mailsOf(team, 'advice.appointment');
  expect(mail?.body).toContain(`/demande/${secret}/rendez-vous.ics`);
  expect(mail?.body).toContain('1 place des Essais');
  unwrap(await execute(visitor, takeSlot(testLinks), { secret, slotId: second }));
  expect((await offeredSlots(visitor)).map((slot) => slot.id)).toEqual([first]);
  unwrap(await execute(visitor, giveSlotBack, { secret }));
  expect((await offeredSlots(visitor)).map((slot) => slot.id)).toEqual([first, second]);
  expect(await execute(visitor, giveSlotBack, { secret })).toMatchObject({ reason: 'no_appointment' });
});

test('cancelled by the team, whoever had it is told and may choose again', async () => {
  const [slotId = '', other = ''] = await someSlots(team, 2);
  const { secret } = await aRequest(visitor);
  unwrap(await execute(visitor, takeSlot(testLinks), { secret, slotId }));
  expect(unwrap(await execute(team, cancelSlot(testLinks), { id: slotId }))).toEqual({ wasTaken: true });
  expect(await mailsOf(team, 'advice.appointment-cancelled')).toMatchObject([{ recipient: 'maelle@exemple.fr' }]);
  expect((await ownRequest(visitor.db, secret))?.slot).toBeNull();
  expect(await execute(visitor, takeSlot(testLinks), { secret, slotId })).toMatchObject({ reason: 'slot_taken' });
  expect((await execute(visitor, takeSlot(testLinks), { secret, slotId: other })).ok).toBe(true);
});

test('moments past, too near or too far are neither shown nor taken', async () => {
  const near = await someSlots(team, 1, 1);
  const far = await someSlots(team, 1, 60);
  const soon = { ...visitor, clock: { now: () => visitor.clock.now().add({ hours: 24 * 30 }) } };
  const { secret } = await aRequest(visitor);
  expect((await offeredSlots(visitor)).map((slot) => slot.id)).toEqual(near);
  expect(await execute(visitor, takeSlot(testLinks), { secret, slotId: far[0] })).toMatchObject({
    reason: 'slot_taken',
  });
  expect(await execute(soon, takeSlot(testLinks), { secret, slotId: near[0] })).toMatchObject({ reason: 'slot_taken' });
  expect((await offeredSlots(soon)).map((slot) => slot.id)).toEqual(far);
});

test('are in the hour of the hub, on days that exist', async () => {
  const island = { ...team, zone: 'Indian/Reunion' };
  const year = visitor.clock.now().toZonedDateTimeISO('UTC').year + 1;
  const wanted = { day: `${year}-06-15`, time: '09:00', minutes: 45, count: 2, mode: 'phone' } as const;
  unwrap(await execute(island, offerSlots, wanted));
  const { rows } = await team.db.execute<{ at: string }>(
    sql`select to_char(starts_at at time zone 'UTC', 'HH24:MI') as at from appointment_slots order by starts_at`,
  );
  expect(rows.map((row) => row.at)).toEqual(['05:00', '05:45']);
  expect(await execute(team, offerSlots, { ...wanted, day: `${year}-02-31` })).toMatchObject({
    fields: { day: expect.any(String) },
  });
  expect(await execute(team, offerSlots, { ...wanted, day: '2020-01-02' })).toMatchObject({ reason: 'past' });
  expect(await execute(visitor, offerSlots, wanted)).toMatchObject({ reason: 'forbidden' });
});

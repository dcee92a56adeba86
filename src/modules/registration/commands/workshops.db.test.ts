import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { seatsOf } from '../queries/seats-of.ts';
import { registrations } from '../tables.ts';
import { anOffer, someDeps } from '../testing/builders.ts';
import { bookSeats } from './book-seats.ts';
import { changeOwnWorkshops } from './change-own-workshops.ts';
import { editRegistration } from './edit-registration.ts';
import { saveOffer } from './save-offer.ts';

let database: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const workshop = (key: string, capacity: number | null, from = '', to = '') => ({
  key,
  label: `Atelier ${key}`,
  capacity,
  isWorkshop: true,
  from,
  to,
});

async function aDay(seatKinds: ReturnType<typeof workshop>[], capacity: number | null = null) {
  ctx = contextOf(database, await newHub(database), actorWith('employee'));
  return anOffer(ctx, { capacity, seatKinds });
}

const book = (day: { eventId: string; occurrenceId: string }, name: string, workshops: string[]) =>
  execute({ ...ctx, actor: null }, bookSeats(someDeps), {
    eventId: day.eventId,
    occurrenceId: day.occurrenceId,
    people: [{ name: `Personne ${name}`, email: `${name}@essai.example`, workshops }],
  });

const rowsOf = async () => (await ctx.db.select().from(registrations)).toSorted((a, b) => a.arrival - b.arrival);
const holding = async (key: string) =>
  (await rowsOf()).filter(({ state, workshops }) => state === 'confirmed' && workshops.includes(key)).length;

async function change(name: string, workshops: string[]) {
  const row = (await rowsOf()).find((one) => one.name === `Personne ${name}`);
  const secret = someDeps.links.secretOf('registration', ctx.hubId, row?.id ?? '', 1);
  return execute({ ...ctx, actor: null }, changeOwnWorkshops(someDeps), { secret, id: row?.id ?? '', workshops });
}

test('people who choose at once, each several: no workshop is ever over, and the day neither', async () => {
  const day = await aDay([workshop('conte', 5), workshop('velo', 8), workshop('chant', null)], 12);
  const choices = [['conte', 'velo'], ['velo', 'chant'], ['conte'], ['chant'], ['conte', 'velo', 'chant']];
  const outcomes = await Promise.all(
    Array.from({ length: 30 }, (_, index) => book(day, `p${index}`, choices[index % choices.length] ?? [])),
  );
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  const rows = await rowsOf();
  expect(rows.filter(({ state }) => state === 'confirmed')).toHaveLength(12);
  expect(await holding('conte')).toBeLessThanOrEqual(5);
  expect(await holding('velo')).toBeLessThanOrEqual(8);
  const seats = (await seatsOf(ctx, [day.occurrenceId])).get(day.occurrenceId);
  expect([seats?.confirmed, seats?.left]).toEqual([12, 0]);
  expect(seats?.leftByKind.get('conte')).toBe(5 - (await holding('conte')));
}, 60_000);

test('a full workshop makes wait whoever wants it, and lets in whoever does not', async () => {
  const day = await aDay([workshop('conte', 1), workshop('velo', 2)], 10);
  for (const [name, chosen] of [
    ['a', ['conte', 'velo']],
    ['b', ['conte', 'velo']],
    ['c', ['velo']],
  ] as const)
    await book(day, name, [...chosen]);
  expect((await rowsOf()).map(({ state }) => state)).toEqual(['confirmed', 'waiting', 'confirmed']);
  // Where there are only workshops, one comes for one at least.
  expect(await change('b', [])).toMatchObject({ ok: false, reason: 'unclear_fields' });
  expect(await change('c', ['conte', 'velo'])).toMatchObject({ ok: false, reason: 'no_seat_left' });
  // One of the two she waits for is given back: the other is still full.
  expect(await change('a', ['velo'])).toMatchObject({ ok: true });
  expect((await rowsOf())[1]?.state).toBe('waiting');
  // Asking for the free one only, she has it at once.
  expect(await change('b', ['conte'])).toMatchObject({ ok: true });
  expect((await rowsOf()).map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  expect([await holding('conte'), await holding('velo')]).toEqual([1, 2]);
});

test('two at the same hour are refused, by the form, by the private link and by the team', async () => {
  const day = await aDay([workshop('conte', null, '09:30', '11:00'), workshop('velo', null, '10:30', '12:00')]);
  const refused = await book(day, 'a', ['conte', 'velo']);
  expect(!refused.ok && Object.keys(refused.fields)).toEqual(['people.0.workshops']);
  await book(day, 'a', ['conte']);
  expect(await change('a', ['conte', 'velo'])).toMatchObject({ ok: false, reason: 'unclear_fields' });
  const [row] = await rowsOf();
  const person = { name: 'Personne a', email: 'a@essai.example', workshops: ['conte', 'velo'] };
  const edited = await execute(ctx, editRegistration(someDeps), {
    eventId: day.eventId,
    id: row?.id ?? '',
    version: row?.version ?? 0,
    person,
  });
  expect(!edited.ok && Object.keys(edited.fields)).toEqual(['workshops']);
  expect((await rowsOf())[0]?.workshops).toEqual(['conte']);
});

test('a workshop that somebody holds is not withdrawn, and its hours follow each other', async () => {
  const day = await aDay([workshop('conte', null), workshop('velo', null)]);
  await book(day, 'a', ['conte']);
  const save = (seatKinds: ReturnType<typeof workshop>[]) =>
    execute(ctx, saveOffer(someDeps), { eventId: day.eventId, version: 1, fields: { seatKinds } });
  expect(await save([workshop('velo', null)])).toMatchObject({ ok: false, reason: 'kind_taken' });
  const wrong = await save([workshop('conte', null, '11:00', '10:00')]);
  expect(!wrong.ok && Object.keys(wrong.fields)).toEqual(['seatKinds.0.to']);
  expect(await save([workshop('conte', 0)])).toMatchObject({ ok: true });
});

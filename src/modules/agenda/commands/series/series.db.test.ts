import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { occurrencesOf } from '../../queries/occurrences-of.ts';
import { readEvent } from '../../queries/stored-event.ts';
import { saveEvent } from '../save-event.ts';
import { writeFurtherDates } from '../write-further-dates.ts';
import { changeDate } from './change-date.ts';
import { splitSeriesCommand } from './split-series.ts';
import { stopSeries } from './stop-series.ts';

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
const weekly = {
  title: 'Permanence',
  startsOn: inDays(2),
  startsAt: '18:00',
  endsAt: '19:30',
  rule: 'FREQ=WEEKLY;COUNT=5',
};

async function aSeries(fields: object = weekly) {
  const { id } = unwrap(await execute(ctx, saveEvent, { id: null, version: null, act: 'publish', fields }));
  return { id, version: 1, dates: await datesOf(id) };
}
const datesOf = (id: string) => occurrencesOf(ctx.db, { eventIds: [id] });
const days = (dates: Awaited<ReturnType<typeof datesOf>>) =>
  dates.filter(({ isLeftover }) => !isLeftover).map(({ startsOn }) => startsOn.toString());
const changes = () =>
  ctx.witness.facts.flatMap((fact) =>
    fact.type === 'datesChanged' ? (fact as unknown as { dates: { change: string }[] }).dates : [],
  );
const moved: [string, string, string[]][] = [];
const registration = {
  copy: async () => {},
  moveDates: async (
    _work: unknown,
    {
      fromEventId,
      toEventId,
      occurrenceIds,
    }: { fromEventId: string; toEventId: string; occurrenceIds: readonly string[] },
  ) => void moved.push([fromEventId, toEventId, [...occurrenceIds]]),
};
const asIs = { isCancelled: false, title: '', note: '', venueId: null };

test('one date is moved alone, called off, and brought back; the others stay', async () => {
  const { id, dates } = await aSeries();
  const second = dates[1]!;
  const change = (version: number, what: object) =>
    execute(ctx, changeDate, {
      id,
      version,
      occurrenceId: second.id,
      ...asIs,
      when: { startsOn: inDays(10), startsAt: '20:00', endsOn: null, endsAt: '01:00' },
      ...what,
    });
  unwrap(await change(1, { title: 'Permanence du soir' }));
  const after = await datesOf(id);
  expect(after.find(({ id: one }) => one === second.id)).toMatchObject({ isMoved: true, title: 'Permanence du soir' });
  expect(days(after)).toEqual([inDays(2), inDays(10), inDays(16), inDays(23), inDays(30)].sort());
  unwrap(await change(2, { isCancelled: true, note: 'La salle est prise.' }));
  unwrap(await change(3, { isCancelled: false }));
  expect(changes().map(({ change: one }) => one)).toEqual(['moved', 'cancelled', 'restored']);
  expect(await change(3, {})).toMatchObject({ ok: false, reason: 'edited_meanwhile' });
  // Saving the whole series again leaves the date where it was put by hand.
  const { fields } = (await readEvent(ctx.db, id))!;
  unwrap(await execute(ctx, saveEvent, { id, version: 4, act: 'publish', fields: { ...fields, brief: 'Venez.' } }));
  expect((await datesOf(id)).find(({ id: one }) => one === second.id)?.startsOn.toString()).toBe(inDays(10));
});

test('another hour for the whole series keeps every date, and whoever registered to it', async () => {
  const { id, dates } = await aSeries();
  const fields = { ...weekly, startsAt: '19:00', endsAt: '20:30' };
  unwrap(await execute(ctx, saveEvent, { id, version: 1, act: 'publish', fields }));
  const after = await datesOf(id);
  expect(after.map((date) => date.id)).toEqual(dates.map((date) => date.id));
  expect(changes()).toHaveLength(5);
  // Two days later in the week, the rows still follow.
  const later = { ...fields, startsOn: inDays(4) };
  unwrap(await execute(ctx, saveEvent, { id, version: 2, act: 'publish', fields: later }));
  expect((await datesOf(id)).map((date) => date.id)).toEqual(dates.map((date) => date.id));
});

test('this date and those after become an event of their own, with the same dates and whoever registered', async () => {
  const { id, dates } = await aSeries();
  const third = dates[2]!;
  const fields = {
    ...weekly,
    title: 'Permanence à la halle',
    startsOn: inDays(16),
    startsAt: '17:00',
    rule: 'FREQ=WEEKLY;COUNT=3',
  };
  const split = splitSeriesCommand(registration);
  const { id: newId } = unwrap(await execute(ctx, split, { id, version: 1, occurrenceId: third.id, fields }));
  expect(days(await datesOf(id))).toEqual([inDays(2), inDays(9)]);
  const later = await datesOf(newId);
  expect(days(later)).toEqual([inDays(16), inDays(23), inDays(30)]);
  expect(later.map((date) => date.id)).toEqual(dates.slice(2).map((date) => date.id));
  expect(moved.at(-1)).toEqual([id, newId, dates.slice(2).map((date) => date.id)]);
  expect(changes().map(({ change }) => change)).toEqual(['moved', 'moved', 'moved']);
  expect(ctx.witness.facts.filter(({ type }) => type === 'eventPublished')).toHaveLength(1);
  const first = dates[0]!;
  expect(await execute(ctx, split, { id, version: 2, occurrenceId: first.id, fields })).toMatchObject({
    reason: 'first_date',
  });
});

test('a series stopped before a date loses it and those after, and says so', async () => {
  const { id, dates } = await aSeries();
  unwrap(await execute(ctx, stopSeries, { id, version: 1, occurrenceId: dates[3]!.id }));
  expect(days(await datesOf(id))).toEqual([inDays(2), inDays(9), inDays(16)]);
  expect(changes().map(({ change }) => change)).toEqual(['cancelled', 'cancelled']);
});

test('the dates of a series that took place stay as they were', async () => {
  const started = { ...weekly, startsOn: inDays(-9), rule: 'FREQ=WEEKLY;COUNT=4' };
  const { id, dates } = await aSeries(started);
  unwrap(
    await execute(ctx, saveEvent, {
      id,
      version: 1,
      act: 'publish',
      fields: { ...started, startsAt: '08:00', endsAt: '09:00' },
    }),
  );
  const after = await datesOf(id);
  expect(after.map((date) => date.id)).toEqual(dates.map((date) => date.id));
  const hour = (date: (typeof after)[number]) => date.startsAt.toZonedDateTimeISO('Europe/Paris').hour;
  expect(after.map(hour)).toEqual([18, 18, 8, 8]);
  expect(changes()).toHaveLength(2);
});

test('only those who may change the event change its dates', async () => {
  const { id, dates } = await aSeries();
  const stranger = { ...ctx, actor: actorWith('member') };
  const wanted = { id, version: 1, occurrenceId: dates[1]!.id };
  const when = { startsOn: inDays(9), startsAt: null, endsOn: null, endsAt: null };
  expect(await execute(stranger, changeDate, { ...wanted, ...asIs, when })).toMatchObject({ reason: 'not_found' });
  expect(await execute(stranger, stopSeries, wanted)).toMatchObject({ reason: 'not_found' });
  expect(await execute(stranger, splitSeriesCommand(registration), { ...wanted, fields: weekly })).toMatchObject({
    reason: 'not_found',
  });
});

test('a series without an end gets its further dates as time goes', async () => {
  const { id, dates } = await aSeries({ ...weekly, rule: 'FREQ=MONTHLY' });
  const nobody = { ...ctx, actor: null };
  expect(await execute(nobody, writeFurtherDates, {})).toMatchObject({ reason: 'nothing_due' });
  const later = { ...nobody, clock: { now: () => Temporal.Now.instant().add({ hours: 24 * 62 }) } };
  unwrap(await execute(later, writeFurtherDates, {}));
  expect((await datesOf(id)).length).toBe(dates.length + 2);
  expect(await execute(ctx, writeFurtherDates, {})).toMatchObject({ reason: 'forbidden' });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { occurrencesOf, readEvent, saveEvent } from '#modules/agenda/index.ts';
import { unpublishEvents } from '#modules/agenda/commands/life/unpublish-events.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { registrations } from '../tables.ts';
import { anOffer, someDeps } from '../testing/builders.ts';
import { registerByStaff } from './register-by-staff.ts';
import { saveOffer } from './save-offer.ts';

let database: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  database = await openTestDatabase();
  ctx = contextOf(database, await newHub(database), actorWith('employee'));
});
afterAll(() => database.close());

const weekly = { rule: 'FREQ=WEEKLY;COUNT=4' };
const people = [{ name: 'Anne Du Canal', email: 'anne@essai.example' }];

/** Someone registered to the third date of a series, which then ends after the second one. */
async function cutAfterTwo(
  eventId: string,
): Promise<{ registered: string; left: readonly string[]; called: readonly string[] }> {
  const [, , third] = await occurrencesOf(ctx.db, { eventIds: [eventId] });
  const registered = third?.id ?? '';
  unwrap(await execute(ctx, registerByStaff(someDeps), { eventId, occurrenceId: registered, people }));
  const event = await readEvent(ctx.db, eventId);
  if (!event) throw new Error('the event is gone');
  const fields = { ...event.fields, rule: 'FREQ=WEEKLY;COUNT=2' };
  unwrap(await execute(ctx, saveEvent, { id: eventId, version: event.version, act: 'keep', fields }));
  const dates = await occurrencesOf(ctx.db, { eventIds: [eventId] });
  return {
    registered,
    left: dates.filter(({ isCancelled }) => !isCancelled).map(({ id }) => id),
    called: dates.filter(({ isCancelled }) => isCancelled).map(({ id }) => id),
  };
}

test('a series put back to draft loses no date that somebody is registered to', async () => {
  const { eventId } = await anOffer(ctx, {}, { more: weekly });
  unwrap(await execute(ctx, unpublishEvents, { ids: [eventId] }));
  const { registered, left, called } = await cutAfterTwo(eventId);
  expect(left).toHaveLength(2);
  // It was public once: both dates were announced, and both are kept, called off.
  expect(called).toHaveLength(2);
  expect(called).toContain(registered);
  expect((await ctx.db.select().from(registrations)).length).toBeGreaterThan(0);
});

test('nor does one that was never public: the others go, as nobody saw them', async () => {
  const startsOn = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().add({ days: 20 }).toString();
  const fields = { title: 'Chorale à préparer', startsOn, startsAt: '18:00', endsAt: '19:00', isOwn: true, ...weekly };
  const { id: eventId } = unwrap(await execute(ctx, saveEvent, { id: null, version: null, act: 'keep', fields }));
  unwrap(await execute(ctx, saveOffer(someDeps), { eventId, version: 0, fields: { isOpen: true } }));
  const { registered, left, called } = await cutAfterTwo(eventId);
  expect(left).toHaveLength(2);
  expect(called).toEqual([registered]);
});

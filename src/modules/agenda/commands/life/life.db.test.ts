import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { listedOccurrences } from '../../queries/listed-occurrences.ts';
import { readEvent } from '../../queries/stored-event.ts';
import { agendaEvents } from '../../tables.ts';
import { saveEvent } from '../save-event.ts';
import { saveWholeEvent } from '../save-whole-event.ts';
import { emptyTrash } from './empty-trash.ts';
import { publishEvents } from './publish-events.ts';
import { restoreEvents } from './restore-events.ts';
import { setEventState } from './set-event-state.ts';
import { trashEvents } from './trash-events.ts';
import { unpublishEvents } from './unpublish-events.ts';

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
const fields = { title: 'Visite', startsOn: inDays(3), startsAt: '14:00', contactName: 'Anna Exemple' };
const anEvent = async (act: 'publish' | 'keep' = 'publish') =>
  unwrap(await execute(ctx, saveEvent, { id: null, version: null, act, fields })).id;
const changes = () =>
  ctx.witness.facts.flatMap((fact) =>
    fact.type === 'datesChanged'
      ? (fact as unknown as { dates: { change: string }[] }).dates.map(({ change }) => change)
      : [],
  );
const shown = async () => (await listedOccurrences(ctx.db, {}, { limit: 5 })).map(({ state }) => state);

test('called off, put off, back on: everyone sees it, whoever planned to come is told once', async () => {
  const id = await anEvent();
  unwrap(await execute(ctx, setEventState, { ids: [id], state: 'cancelled', note: 'La neige.' }));
  expect(await shown()).toEqual(['cancelled']);
  unwrap(await execute(ctx, setEventState, { ids: [id], state: 'postponed' }));
  expect((await readEvent(ctx.db, id))?.fields.stateNote).toBe('La neige.');
  unwrap(await execute(ctx, setEventState, { ids: [id], state: 'full', note: '' }));
  expect(changes()).toEqual(['cancelled', 'restored']);
});

test('the trash hides, gives back, and empties for good after thirty days, keeping the address', async () => {
  const id = await anEvent();
  unwrap(await execute(ctx, trashEvents, { ids: [id] }));
  expect(await shown()).toEqual([]);
  unwrap(await execute(ctx, restoreEvents, { ids: [id] }));
  expect(await shown()).toEqual(['confirmed']);
  expect(changes()).toEqual(['cancelled', 'restored']);
  unwrap(await execute(ctx, trashEvents, { ids: [id] }));
  const nobody = { ...ctx, actor: null };
  expect(await execute(nobody, emptyTrash, {})).toMatchObject({ reason: 'nothing_due' });
  const later = { ...nobody, clock: { now: () => Temporal.Now.instant().add({ hours: 24 * 31 }) } };
  unwrap(await execute(later, emptyTrash, {}));
  const [row] = await ctx.db.select().from(agendaEvents).where(eq(agendaEvents.id, id));
  expect(row).toMatchObject({ title: 'Rendez-vous retiré', contactName: '', personId: null });
  expect(await execute(ctx, restoreEvents, { ids: [id] })).toMatchObject({ reason: 'not_found' });
  const again = await anEvent();
  expect((await readEvent(ctx.db, again))?.slug).not.toBe(row?.slug);
});

test('drafts are published and taken back, by those who may', async () => {
  const id = await anEvent('keep');
  const member = { ...ctx, actor: actorWith('member') };
  expect(await execute(member, publishEvents, { ids: [id] })).toMatchObject({ reason: 'not_yours_to_publish' });
  expect(await execute(member, trashEvents, { ids: [id] })).toMatchObject({ reason: 'not_found' });
  unwrap(await execute(ctx, publishEvents, { ids: [id] }));
  expect(await shown()).toEqual(['confirmed']);
  unwrap(await execute(ctx, unpublishEvents, { ids: [id] }));
  expect(await shown()).toEqual([]);
  expect((await readEvent(ctx.db, id))?.status).toBe('draft');
});

test('what is done again copies the registrations of the past one, with what was just typed', async () => {
  const asked: unknown[] = [];
  const registration = {
    copy: async (_work: unknown, from: string, to: string) => void asked.push(['copy', from, to]),
    saveQuick: async (_work: unknown, id: string, wanted: unknown) => void asked.push(['quick', id, wanted]),
  };
  const past = await anEvent();
  const save = (actor: typeof ctx.actor, act: 'publish' | 'propose') =>
    execute({ ...ctx, actor }, saveWholeEvent(registration), {
      id: null,
      version: null,
      act,
      fields,
      repeatsId: past,
      newVenue: { name: 'La Tablée', city: 'Guichen', street: '' },
      registration: { isOpen: true, capacity: 12 },
    });
  const { id } = unwrap(await save(ctx.actor, 'publish'));
  expect(asked).toEqual([
    ['copy', past, id],
    ['quick', id, { isOpen: true, capacity: 12 }],
  ]);
  expect((await readEvent(ctx.db, id))?.fields.venueId).not.toBeNull();
  // Whoever proposes opens nothing.
  unwrap(await save(actorWith('member'), 'propose'));
  expect(asked).toHaveLength(2);
});

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inWork } from '#modules/identity/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { agendaPersonalData } from '../../personal-data.ts';
import { moveModerationTo } from '../../personal-data-moderation.ts';
import { answerPoll } from '../polls/answer-poll.ts';
import { closePoll } from '../polls/close-poll.ts';
import { savePoll } from '../polls/save-poll.ts';
import { answerEventProposal } from './answer-event-proposal.ts';
import { forgetOldModeration } from './forget-old.ts';
import { proposeEvent } from './propose-event.ts';

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
const after = (days: number) => ({
  ...ctx,
  actor: null,
  clock: { now: () => Temporal.Now.instant().add({ hours: 24 * days }) },
});

async function filled(personId: string) {
  const reader = { ...ctx, actor: { ...actorWith(), personId } };
  const sender = { name: 'Nolwenn Essai', email: 'nolwenn@essai.example', phone: '' };
  const fields = { title: 'Troc', startsOn: inDays(5), startsAt: '10:00', contactEmail: 'nolwenn@essai.example' };
  const place = { name: 'La Grange', city: 'Guichen' };
  const { id: eventId } = unwrap(await execute(reader, proposeEvent, { fields, place, sender }));
  const poll = { title: 'Réunion', slots: [{ on: inDays(6), at: '18:00', minutes: 60 }] };
  const { id: pollId } = unwrap(await execute(ctx, savePoll, { id: null, version: null, fields: poll }));
  const answer = { name: 'Nolwenn Essai', choices: {}, comment: 'Avec plaisir' };
  unwrap(await execute(reader, answerPoll, { pollId, answerId: null, fields: answer }));
  return { eventId, pollId };
}

async function left(): Promise<{ senders: number; answers: number }> {
  const { rows } = await ctx.db.execute<{ senders: number; answers: number }>(
    sql`select (select count(*)::int from agenda_senders) as senders, (select count(*)::int from agenda_poll_answers) as answers`,
  );
  return rows[0] ?? expect.fail();
}

test('a person reads and takes away what she sent, and is forgotten when she asks', async () => {
  const personId = ctx.newId();
  await filled(personId);
  const [section] = await agendaPersonalData.export(ctx, personId);
  const told = section?.entries.map(({ value }) => value).join('\n');
  expect(told).toContain('nolwenn@essai.example');
  expect(told).toContain('Avec plaisir');
  await inWork(ctx, (work) => agendaPersonalData.erase(work.db, personId));
  expect(await left()).toEqual({ senders: 0, answers: 0 });
  expect(await agendaPersonalData.export(ctx, personId)).toEqual([]);
});

test('what she did follows her when two records become one', async () => {
  const [kept, merged] = [ctx.newId(), ctx.newId()];
  await filled(merged);
  await inWork(ctx, (work) => moveModerationTo(work.db, kept, merged));
  const [section] = await agendaPersonalData.export(ctx, kept);
  expect(section?.entries.map(({ label }) => label)).toEqual([
    'Rendez-vous proposé : « Troc »',
    'Réponse au sondage « Réunion »',
  ]);
});

test('who proposed is forgotten a year after the date, who answered six months after the end; not before', async () => {
  const { pollId } = await filled(ctx.newId());
  unwrap(await execute(ctx, closePoll, { id: pollId, version: 1, slotId: null }));
  expect(await execute(after(179), forgetOldModeration, {})).toMatchObject({ reason: 'nothing_to_tell' });
  expect(unwrap(await execute(after(190), forgetOldModeration, {}))).toEqual({ senders: 0, answers: 1 });
  expect(await execute(after(368), forgetOldModeration, {})).toMatchObject({ reason: 'nothing_to_tell' });
  expect(unwrap(await execute(after(372), forgetOldModeration, {}))).toEqual({ senders: 1, answers: 0 });
  const { rows } = await ctx.db.execute(sql`select from agenda_events where contact_email <> ''`);
  expect(rows).toEqual([]);
});

test('strangers may neither answer proposals nor close polls', async () => {
  const { eventId, pollId } = await filled(ctx.newId());
  for (const actor of [null, actorWith('member'), actorWith('contributor')]) {
    const as = { ...ctx, actor };
    expect(await execute(as, answerEventProposal, { id: eventId, answer: 'publish' })).toMatchObject({
      reason: 'forbidden',
    });
    expect(await execute(as, closePoll, { id: pollId, version: 1, slotId: null })).toMatchObject({
      reason: 'forbidden',
    });
  }
});

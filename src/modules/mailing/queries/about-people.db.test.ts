import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerPerson } from '#modules/identity/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { writeMailing } from '../commands/write-mailing.ts';
import { nobody } from '../domain/audience.ts';
import { mailingPersonalData } from '../personal-data.ts';
import { sendSlice } from '../sending/send-slice.ts';
import { suppress } from '../sending/keep-bounce.ts';
import { addSubscriber, anItem, fakeCarrier, noSegments, writerOf } from '../testing/builders.ts';
import { audienceCounts, audienceLines } from './audience.ts';
import { mailingConditions } from './segment-conditions.ts';
import { mailingThread } from './thread.ts';

let database: TestDatabase;
let ctx: Context;
const people: Record<string, string> = {};
beforeAll(async () => {
  database = await openTestDatabase();
  ctx = contextOf(database, await newHub(database), actorWith('employee'));
  for (const name of ['Abonnée', 'Membre', 'MembreAbonnée', 'SansAdresse', 'Partie', 'Autre']) {
    const outcome = await execute(ctx, registerPerson, {
      givenName: 'Lou',
      familyName: name,
      email: name === 'SansAdresse' ? '' : `${name.toLowerCase().replace('é', 'e')}@ici.example`,
    });
    people[name] = (unwrap(outcome) as { personId: string }).personId;
  }
  const role = (name: string) =>
    ctx.db.execute(sql`insert into person_roles (id, person_id, role, starts_at)
      values (${ctx.newId()}, ${people[name]}, 'member', now() - interval '1 day')`);
  for (const name of ['Membre', 'MembreAbonnée', 'SansAdresse', 'Partie']) await role(name);
  await addSubscriber(ctx, 'abonnee@ici.example', { personId: people['Abonnée'] ?? null });
  await addSubscriber(ctx, 'ailleurs@ici.example', { personId: people['MembreAbonnée'] ?? null, subjects: ['jobs'] });
  await suppress(ctx, { address: 'partie@ici.example', reason: 'unsubscribed' });
});
afterAll(() => database.close());

const asked = (subject: 'life' | 'jobs') => ({
  audience: { ...nobody, subjects: [subject], members: true },
  subject,
  items: [],
});

test('members need no subscription for the life of the network, and one for everything else', async () => {
  const life = await audienceLines(ctx, noSegments, asked('life'), { limit: 20 });
  expect(life.map(({ name, address, basis, why }) => [name, address, why ?? basis])).toEqual([
    ['Lou Abonnée', 'abonnee@ici.example', 'subscriber'],
    ['Lou Membre', 'membre@ici.example', 'member'],
    // She chose where she reads the hub.
    ['Lou MembreAbonnée', 'ailleurs@ici.example', 'member'],
    ['Lou SansAdresse', null, 'noEmail'],
    ['Lou Partie', 'partie@ici.example', 'suppressed'],
  ]);
  expect(await audienceCounts(ctx, noSegments, asked('jobs'))).toEqual({
    receive: 1,
    left: [
      { why: 'noConsent', count: 1 },
      { why: 'noEmail', count: 1 },
      { why: 'suppressed', count: 1 },
    ],
  });
});

test('a segment narrows or adds, and never lets in who did not agree', async () => {
  const id = ctx.newId();
  const segments = {
    ...noSegments,
    people: async () => sql`select id as person_id from persons where family_name in ('Membre', 'Autre', 'Abonnée')`,
  };
  const added = { ...asked('life'), audience: { ...nobody, segments: [id] } };
  const lines = await audienceLines(ctx, segments, added, { limit: 20 });
  expect(lines.map(({ name, basis, why }) => [name, why ?? basis])).toEqual([
    ['Lou Abonnée', 'subscriber'],
    ['Lou Membre', 'member'],
    ['Lou Autre', 'noConsent'],
  ]);
  const narrowed = { ...asked('life'), audience: { ...asked('life').audience, within: id } };
  expect((await audienceCounts(ctx, segments, narrowed)).receive).toBe(2);
  // Proposed from what the mailing tells, it adds in the same way.
  const matching = async () => ({ words: '', people: await segments.people() });
  const proposed = { ...asked('life'), audience: { ...nobody, conditions: [{ key: 'people.town', value: 'janze' }] } };
  expect(await audienceLines(ctx, { ...noSegments, matching }, proposed, { limit: 20 })).toEqual(lines);
  expect((await audienceCounts(ctx, noSegments, proposed)).receive).toBe(0);
});

test('what she received is on her sheet, among what is held of her, and goes with her', async () => {
  const outcome = await execute(ctx, writeMailing({ segments: noSegments }), {
    subject: 'life',
    title: 'Une ressourcerie ouvre',
    audience: asked('life').audience,
    items: [anItem(ctx)],
    act: 'send',
  });
  const { id } = unwrap(outcome);
  const { carrier, sent } = fakeCarrier();
  await sendSlice(ctx, id, { carrier, writer: await writerOf(ctx, id), domainPace: null });
  expect(sent).toHaveLength(3);
  const personId = people['Abonnée'] ?? '';
  const thread = await mailingThread(ctx, { personId });
  expect(thread.map(({ kind, title }) => [kind, title])).toEqual([['Mail reçu', 'Une ressourcerie ouvre']]);
  const titles = (await mailingPersonalData.export(ctx, personId)).flatMap(({ entries }) =>
    entries.map((one) => one.label),
  );
  expect(titles).toEqual(['Abonnement de abonnee@ici.example', 'Message du pôle']);
  const condition = mailingConditions.find(({ key }) => key === 'mailing.subject');
  const who = await ctx.db.execute<{ person_id: string }>(
    condition?.people('life', { today: Temporal.Now.plainDateISO(), zone: ctx.zone }) ?? sql``,
  );
  expect(who.rows).toEqual([{ person_id: personId }]);
  await ctx.db.transaction(async (tx) => {
    await mailingPersonalData.erase(tx as never, personId);
  });
  expect(await mailingPersonalData.export(ctx, personId)).toEqual([]);
});

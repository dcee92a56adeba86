import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { announceReviewsJob } from '../../jobs/announce-reviews.ts';
import { creditedReaders, lastReviews, usefulVotesOf } from '../../queries/resources/reader-marks.ts';
import { listSuggestions } from '../../queries/resources/suggestions.ts';
import { tendedResources } from '../../queries/resources/tended-resources.ts';
import { resourcesTodo } from '../../queries/resources/todo.ts';
import { readPublication } from '../../queries/stored-publication.ts';
import { savePublication } from '../save-publication.ts';
import { answerSuggestion } from './answer-suggestion.ts';
import { confirmPublications } from './confirm-publications.ts';
import { sayUseful } from './say-useful.ts';
import { suggestChange } from './suggest-change.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const now = Temporal.Instant.from('2026-03-02T10:00:00Z');
const at = (ctx: Context, moment: Temporal.Instant): Context => ({ ...ctx, clock: { now: () => moment } });
const site = { origin: 'https://pole.example', hubName: 'Pôle d’essai' };

async function aHub() {
  const hub = await newHub(database);
  const team = at(contextOf(database, hub, actorWith('employee')), now);
  return { hub, team, visitor: at(contextOf(database, hub), now), job: at(contextOf(database, hub), now) };
}

async function aResource(ctx: Context, title: string, fields: object = {}, act = 'publish'): Promise<string> {
  const input = { id: null, kind: 'resource', version: null, act, fields: { title, content: {}, ...fields } };
  return unwrap(await execute(ctx, savePublication, input)).id;
}

async function mails(ctx: Context): Promise<{ recipient: string; subject: string; text: string }[]> {
  const { rows } = await database.ownerPool.query(
    'select recipient, subject, body::text as text from mail_messages where hub_id = $1 order by created_at, id',
    [ctx.hubId],
  );
  return rows;
}

describe('« Toujours juste »', () => {
  test('moves the review a year away, with who and when, changes kept aside included', async () => {
    const { team } = await aHub();
    const id = await aResource(team, 'Déclarer une association', { reviewOn: '2026-01-15' });
    const kept = { title: 'Déclarer', line: 'Nouvelle ligne', reviewOn: '2026-01-15', content: {} };
    unwrap(await execute(team, savePublication, { id, kind: 'resource', version: 1, act: 'keep', fields: kept }));
    unwrap(await execute(team, confirmPublications, { ids: [id, id] }));
    const stored = await readPublication(team.db, id);
    expect(stored?.fields).toMatchObject({ title: 'Déclarer une association', reviewOn: '2027-03-02' });
    expect(stored?.pending).toMatchObject({ line: 'Nouvelle ligne', reviewOn: '2027-03-02' });
    const review = (await lastReviews(team.db)).get(id);
    expect([review?.at.toString(), review?.by]).toEqual([now.toString(), 'Camille Essai']);
  });

  test('is for the team, and for what is public', async () => {
    const { team, hub } = await aHub();
    const draft = await aResource(team, 'Brouillon', {}, 'keep');
    expect(await execute(team, confirmPublications, { ids: [draft] })).toMatchObject({ reason: 'not_found' });
    const member = contextOf(database, hub, actorWith('board_member', 'member'));
    expect(await execute(member, confirmPublications, { ids: [draft] })).toMatchObject({ reason: 'forbidden' });
    const elsewhere = (await aHub()).team;
    const id = await aResource(team, 'Ici');
    expect(await execute(elsewhere, confirmPublications, { ids: [id] })).toMatchObject({ reason: 'not_found' });
  });
});

describe('« Utile »', () => {
  test('counts one voice a visitor, a sheet and a day', async () => {
    const { team, visitor } = await aHub();
    const id = await aResource(team, 'Tenir une assemblée');
    const say = (who: string, when = now) => execute(at(visitor, when), sayUseful, { publicationId: id, visitor: who });
    unwrap(await say('192.0.2.1 Firefox'));
    expect(await say('192.0.2.1 Firefox')).toMatchObject({ reason: 'already_said' });
    unwrap(await say('192.0.2.2 Firefox'));
    expect((await usefulVotesOf(team.db)).get(id)).toBe(2);
    unwrap(await say('192.0.2.1 Firefox', now.add({ hours: 24 })));
    expect((await usefulVotesOf(team.db)).get(id)).toBe(3);
  });

  test('keeps nothing by which to know who, and forgets the day before with its salt', async () => {
    const { team, visitor, hub } = await aHub();
    const id = await aResource(team, 'Une fiche');
    unwrap(await execute(visitor, sayUseful, { publicationId: id, visitor: '192.0.2.7 Firefox' }));
    const tomorrow = at(visitor, now.add({ hours: 24 }));
    unwrap(await execute(tomorrow, sayUseful, { publicationId: id, visitor: '192.0.2.8 Firefox' }));
    const { rows: days } = await database.ownerPool.query('select day::text from vote_days where hub_id = $1', [hub]);
    expect(days).toEqual([{ day: '2026-03-03' }]);
    const { rows } = await database.ownerPool.query('select mark from vote_marks where hub_id = $1', [hub]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('192.0.2');
  });

  test('two at the same moment both count', async () => {
    const { team, visitor } = await aHub();
    const id = await aResource(team, 'Une fiche');
    const all = Array.from({ length: 8 }, (_, n) =>
      execute(visitor, sayUseful, { publicationId: id, visitor: `v${n}` }),
    );
    for (const outcome of await Promise.all(all)) unwrap(outcome);
    expect((await usefulVotesOf(team.db)).get(id)).toBe(8);
  });

  test('says nothing of a draft', async () => {
    const { team, visitor } = await aHub();
    const id = await aResource(team, 'Brouillon', {}, 'keep');
    expect(await execute(visitor, sayUseful, { publicationId: id, visitor: 'v' })).toMatchObject({
      reason: 'not_found',
    });
  });
});

describe('suggestions of readers', () => {
  const said = { subject: 'wrong', message: 'Le guichet a changé d’adresse.' } as const;

  test('wait for the team, which thanks the author by mail, and by name when she agreed', async () => {
    const { team, visitor } = await aHub();
    const publicationId = await aResource(team, 'Déclarer une association');
    const author = { name: 'Nadia Exemple', email: 'Nadia@exemple.example', acceptsCredit: true };
    const { id } = unwrap(await execute(visitor, suggestChange, { ...said, publicationId, ...author }));
    expect((await resourcesTodo(team)).map(({ title }) => title)).toEqual([
      '1\u00a0correction proposée par un lecteur',
    ]);
    const answer = { id, isAccepted: true, isCredited: true, answer: 'Bien vu !', ...site };
    unwrap(await execute(team, answerSuggestion, answer));
    expect(await execute(team, answerSuggestion, answer)).toMatchObject({ reason: 'already_answered' });
    expect(await creditedReaders(team.db, publicationId)).toEqual(['Nadia Exemple']);
    const [mail] = await mails(team);
    expect(mail).toMatchObject({ recipient: 'nadia@exemple.example', text: expect.stringContaining('Bien vu') });
    expect(await resourcesTodo(team)).toEqual([]);
    expect(await listSuggestions(team.db, 'waiting', 10)).toEqual([]);
  });

  test('are never signed in public by someone who did not agree', async () => {
    const { team, visitor } = await aHub();
    const publicationId = await aResource(team, 'Une fiche');
    const { id } = unwrap(await execute(visitor, suggestChange, { ...said, publicationId, name: 'Discrète' }));
    unwrap(await execute(team, answerSuggestion, { id, isAccepted: true, isCredited: true, ...site }));
    expect(await creditedReaders(team.db, publicationId)).toEqual([]);
    expect(await mails(team)).toEqual([]);
  });

  test('ask for a name before a credit, a few words, and an answer from the team only', async () => {
    const { team, visitor } = await aHub();
    const publicationId = await aResource(team, 'Une fiche');
    const send = (more: object) => execute(visitor, suggestChange, { ...said, publicationId, ...more });
    expect(await send({ acceptsCredit: true })).toMatchObject({ fields: { name: expect.any(String) } });
    expect(await send({ message: 'Non' })).toMatchObject({ fields: { message: expect.any(String) } });
    expect(await send({ email: 'nadia' })).toMatchObject({ fields: { email: expect.any(String) } });
    const { id } = unwrap(await send({}));
    expect(await execute(visitor, answerSuggestion, { id, isAccepted: true, ...site })).toMatchObject({
      reason: 'forbidden',
    });
  });
});

describe('the list of the team', () => {
  test('puts first what needs care', async () => {
    const { team, visitor } = await aHub();
    await aResource(team, 'Jamais utile');
    const loved = await aResource(team, 'Aimée');
    await aResource(team, 'Périmée', { reviewOn: '2025-06-01' });
    await aResource(team, 'À relire', { reviewOn: '2026-02-20' });
    await aResource(team, 'Brouillon', {}, 'keep');
    unwrap(await execute(visitor, sayUseful, { publicationId: loved, visitor: 'v' }));
    const list = await tendedResources(team);
    expect(list.map(({ title }) => title)).toEqual(['Périmée', 'À relire', 'Jamais utile', 'Aimée']);
    expect(list.map(({ state }) => state)).toEqual(['expired', 'due', 'fine', 'fine']);
    expect((await resourcesTodo(team)).map(({ title }) => title)).toEqual(['2\u00a0fiches à relire']);
  });
});

describe('announcing reviews', () => {
  test('tells each author once a due day, and nobody else', async () => {
    const { team, job } = await aHub();
    await aResource(team, 'Bientôt', { reviewOn: '2026-03-20' });
    await aResource(team, 'Loin', { reviewOn: '2026-12-20' });
    await aResource(team, 'Brouillon', { reviewOn: '2026-03-20' }, 'keep');
    const announce = announceReviewsJob({
      originOf: async () => 'https://pole.example',
      hubLook: async () => ({ name: 'Pôle d’essai', land: {} as never }),
      addressesOf: async (_db, personId) => (personId === team.actor?.personId ? ['camille@pole.example'] : []),
    });
    const running = { ...job, ports: {}, attempt: 1, isLastAttempt: false, signal: new AbortController().signal };
    await announce.run(running, {});
    await announce.run(running, {});
    const sent = await mails(team);
    expect(sent.map(({ recipient, subject }) => [recipient, subject])).toEqual([
      ['camille@pole.example', 'À relire\u00a0: «\u00a0Bientôt\u00a0»'],
    ]);
    expect(sent[0]?.text).toContain('https://pole.example/ressources/bientot');
    expect(sent[0]?.text).not.toContain('Loin');
  });
});

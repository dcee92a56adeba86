import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anAccount, anEmployee, asActor } from '#modules/identity/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { requestSheet, ownRequest } from '../queries/request-sheet.ts';
import { queueChoices, requestList } from '../queries/request-list.ts';
import { adviceTodo } from '../queries/todo.ts';
import { aRequest, mailsOf, question, testLinks } from '../testing/builders.ts';
import { readQueueQuery } from '../web/office/queue-query.ts';
import { answerAdviceRequest } from './answer-advice-request.ts';
import { arrangeAdviceRequest } from './arrange-advice-request.ts';
import { assignAdviceRequests } from './assign-advice-requests.ts';
import { closeAdviceRequests, reopenAdviceRequest } from './close-advice-requests.ts';
import { renameReferrer } from './keep-advice-contacts.ts';
import { noteOnRequest } from './note-on-request.ts';
import { recordAdviceRequest } from './record-advice-request.ts';
import { sendAdviceRequest } from './send-advice-request.ts';
import { tagAdviceRequests } from './tag-advice-requests.ts';
import { withdrawAdviceRequest } from './withdraw-advice-request.ts';
import { writeAgain } from './write-again.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

let hubId: string;
let visitor: ReturnType<typeof contextOf>;
let team: ReturnType<typeof contextOf>;
let camille: string;
beforeEach(async () => {
  hubId = await newHub(database);
  visitor = contextOf(database, hubId);
  await visitor.db.execute(
    sql`insert into hub_settings (name, email) values ('Pôle des Essais', 'bonjour@pole.example')`,
  );
  const employee = await anEmployee(visitor, { email: 'camille@pole.example' });
  camille = employee.personId;
  team = asActor(contextOf(database, hubId), employee);
});

const sheetOf = async (ctx: Context, id: string) => (await requestSheet(ctx, id))?.request;
const listOf = async (ctx: Context, search: string) =>
  (await requestList(ctx, readQueueQuery(new URLSearchParams(search)), 1)).rows.map((row) => row.name);
const answer = (ctx: Context, id: string, more: object = {}) =>
  execute(ctx, answerAdviceRequest(testLinks), { id, answer: 'Passez nous voir.', by: 'mail', ...more });

describe('a question', () => {
  test('waits, is told to the hub, and its asker is told where to follow it, without a word she typed', async () => {
    const { id, secret } = await aRequest(visitor, { referrer: 'France Travail', cameFrom: '/annuaire?q=x' });
    expect(await sheetOf(team, id)).toMatchObject({ state: 'waiting', cameFrom: '/annuaire', situation: 'projet' });
    const [toHub] = await mailsOf(team, 'advice.arrived');
    expect(toHub).toMatchObject({ recipient: 'bonjour@pole.example', reply_to: 'maelle@exemple.fr' });
    expect(toHub?.body).toContain('Par où commencer');
    const [toAsker] = await mailsOf(team, 'advice.received');
    expect(toAsker?.recipient).toBe('maelle@exemple.fr');
    expect(toAsker?.body).toContain(`https://pole.example/demande/${secret}`);
    expect(toAsker?.body).not.toContain('Par où commencer');
    expect(toAsker?.body).not.toContain('Trois-Rivières');
    const { rows } = await team.db.execute(sql`select link_hash, code_hash from advice_requests`);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('a stranger’s mailbox is not filled', async () => {
    for (let time = 0; time < 8; time++) await aRequest(visitor);
    expect(await mailsOf(team, 'advice.received')).toHaveLength(5);
    expect(await mailsOf(team, 'advice.arrived')).toHaveLength(8);
  });

  test('sent twice with its form’s key, is one', async () => {
    const key = visitor.newId();
    const [one, other] = await Promise.all([
      execute(visitor, sendAdviceRequest(testLinks), question, { key }),
      execute(visitor, sendAdviceRequest(testLinks), question, { key }),
    ]);
    expect(unwrap(one)).toEqual(unwrap(other));
    expect(await listOf(team, '')).toHaveLength(1);
    const { rows } = await team.db.execute(sql`select outcome::text as outcome from command_keys`);
    expect(JSON.stringify(rows)).not.toContain(testLinks.secretOf(hubId, unwrap(one).id));
  });

  test('says what is missing', async () => {
    const send = (more: object) => execute(visitor, sendAdviceRequest(testLinks), { ...question, ...more });
    expect(await send({ name: '', reach: 'maelle@', message: ' ' })).toMatchObject({
      fields: {
        name: expect.any(String),
        reach: expect.stringContaining('prenom@exemple.fr'),
        message: expect.any(String),
      },
    });
    expect(await send({ wantsCall: true })).toMatchObject({
      reason: 'phone_needed',
      fields: { reach: expect.any(String) },
    });
    expect((await send({ wantsCall: true, reach: '02 61 91 00 00', situation: 'inconnue' })).ok).toBe(true);
  });
});

describe('an answer', () => {
  test('goes to the asker with the way back, stops the clock, and gives the request to whoever answered', async () => {
    const { id, secret } = await aRequest(visitor);
    unwrap(await answer(team, id));
    const [mail] = await mailsOf(team, 'advice.answer');
    expect(mail).toMatchObject({ recipient: 'maelle@exemple.fr', reply_to: 'bonjour@pole.example' });
    expect(mail?.body).toContain(`/demande/${secret}`);
    const request = await sheetOf(team, id);
    expect(request).toMatchObject({ state: 'answered', waitingSince: null, assignedToId: camille });
    expect(request?.firstAnswerMinutes).toBeTypeOf('number');
    expect(team.witness.facts.map((fact) => fact.type)).toContain('adviceAnswered');
    expect(await adviceTodo(team)).toEqual([]);
  });

  test('is refused when somebody wrote meanwhile', async () => {
    const { id, secret } = await aRequest(visitor);
    const version = (await sheetOf(team, id))?.version;
    unwrap(await execute(visitor, writeAgain(testLinks), { secret, message: 'J’ai trouvé, merci !' }));
    expect(await answer(team, id, { version })).toMatchObject({ reason: 'written_meanwhile' });
    expect(await mailsOf(team, 'advice.answer')).toEqual([]);
    expect((await answer(team, id, { version: (version ?? 0) + 1 })).ok).toBe(true);
  });

  test('of two sent at the same moment, one leaves', async () => {
    const { id } = await aRequest(visitor);
    const version = (await sheetOf(team, id))?.version;
    const both = await Promise.all([answer(team, id, { version }), answer(team, id, { version })]);
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await mailsOf(team, 'advice.answer')).toHaveLength(1);
  });

  test('to someone without mail waits on her page', async () => {
    const { id, secret } = await aRequest(visitor, { reach: '02 61 91 00 00' });
    expect(await mailsOf(team, 'advice.received')).toEqual([]);
    expect(await answer(team, id)).toMatchObject({ reason: 'no_address' });
    unwrap(await answer(team, id, { by: 'page' }));
    expect((await ownRequest(visitor.db, secret))?.messages.map((one) => one.text)).toEqual(['Passez nous voir.']);
  });

  test('a word more from the asker makes her wait again, even after the end', async () => {
    const { id, secret } = await aRequest(visitor);
    unwrap(await answer(team, id));
    unwrap(await execute(team, closeAdviceRequests, { ids: [id], outcome: 'answered', note: '' }));
    expect(await answer(team, id)).toMatchObject({ reason: 'closed' });
    unwrap(await execute(visitor, writeAgain(testLinks), { secret, message: 'Encore une question' }));
    expect(await sheetOf(team, id)).toMatchObject({ state: 'taken', outcome: null, closedAt: null });
    expect(await adviceTodo(team)).toMatchObject([{ group: 'waiting', action: { label: 'Répondre' } }]);
    expect(await mailsOf(team, 'advice.message')).toMatchObject([{ recipient: 'camille@pole.example' }]);
  });
});

describe('what stays in the team', () => {
  test('notes and calls are never the asker’s to read; a call may be the answer', async () => {
    const { id, secret } = await aRequest(visitor);
    unwrap(await execute(team, noteOnRequest, { id, kind: 'note', text: 'Voisine du maire' }));
    unwrap(await execute(team, noteOnRequest, { id, kind: 'call', text: 'Eue au téléphone', hasAnswered: true }));
    expect((await ownRequest(visitor.db, secret))?.messages).toEqual([]);
    expect((await requestSheet(team, id))?.messages.map((one) => one.kind)).toEqual(['note', 'call']);
    expect(await sheetOf(team, id)).toMatchObject({ state: 'answered' });
  });

  test('someone who phoned is typed in without inventing an address, with the name of who typed', async () => {
    const typed = { channel: 'phone', name: 'Jean Sansmail', email: '', phone: '', question: 'Où trouver une salle ?' };
    const { id } = unwrap(await execute(team, recordAdviceRequest(testLinks), { ...typed, answer: 'À la mairie.' }));
    expect(await sheetOf(team, id)).toMatchObject({ email: null, state: 'answered', typedBy: 'Camille Riou' });
    expect(await execute(visitor, recordAdviceRequest(testLinks), typed)).toMatchObject({ reason: 'forbidden' });
  });
});

describe('the queue', () => {
  test('filters by words in the thread, profile, referrer, tag, month and state', async () => {
    const one = await aRequest(visitor, { name: 'Awa', referrer: 'France Travail', message: 'Un café associatif' });
    const two = await aRequest(visitor, { name: 'Youna', situation: 'jeune', message: '100 % local' });
    unwrap(await execute(team, tagAdviceRequests, { ids: [one.id, two.id], tag: ' Création ' }));
    unwrap(await answer(team, two.id, { answer: 'Venez au hangar partagé' }));
    expect(await listOf(team, '')).toEqual(['Awa']);
    expect(await listOf(team, 'etat=toutes&q=CAFE')).toEqual(['Awa']);
    expect(await listOf(team, 'etat=toutes&q=hangar')).toEqual(['Youna']);
    expect(await listOf(team, 'etat=toutes&q=0%25')).toEqual([]);
    expect(await listOf(team, 'etat=toutes&q=100+%25')).toEqual(['Youna']);
    expect(await listOf(team, 'etat=repondues&profil=jeune&etiquette=création')).toEqual(['Youna']);
    expect(await listOf(team, `mois=${new Date().getFullYear() - 1}`)).toEqual([]);
    expect(await listOf(team, 'qui=moi&etat=toutes')).toEqual(['Youna']);
  });

  test('a referrer is one whatever the case, and two can become one', async () => {
    await aRequest(visitor, { referrer: 'France Travail' });
    await aRequest(visitor, { referrer: 'france travail' });
    await aRequest(visitor, { referrer: 'Pôle emploi' });
    const named = async () =>
      (await team.db.execute<{ id: string; name: string }>(sql`select id, name from advice_referrers order by name`))
        .rows;
    expect((await named()).map((one) => one.name)).toEqual(['France Travail', 'Pôle emploi']);
    const old = (await named()).find((one) => one.name === 'Pôle emploi');
    unwrap(await execute(team, renameReferrer, { id: old?.id, name: 'FRANCE TRAVAIL' }));
    const [left, ...others] = await named();
    expect(others).toEqual([]);
    expect(await listOf(team, `prescripteur=${left?.id ?? ''}`)).toHaveLength(3);
  });

  test('many are given, tagged and ended at once; those that are over stay over', async () => {
    const ids = [(await aRequest(visitor)).id, (await aRequest(visitor)).id, (await aRequest(visitor)).id];
    const close = (some: readonly string[]) =>
      execute(team, closeAdviceRequests, { ids: some, outcome: 'oriented', note: 'La ressourcerie' });
    expect(unwrap(await close(ids.slice(0, 1)))).toEqual({ count: 1 });
    expect(unwrap(await execute(team, assignAdviceRequests(testLinks), { ids, personId: camille }))).toEqual({
      count: 2,
    });
    expect(await mailsOf(team, 'advice.entrusted')).toEqual([]);
    expect(unwrap(await close(ids))).toEqual({ count: 2 });
    expect(await close(ids)).toMatchObject({ reason: 'closed' });
    unwrap(await execute(team, reopenAdviceRequest, { id: ids[1] }));
    expect(await sheetOf(team, ids[1] ?? '')).toMatchObject({ state: 'taken', outcome: null });
    expect(team.witness.facts).toContainEqual({ type: 'adviceClosed', ids: [ids[0]], outcome: 'oriented' });
  });
});

describe('rights', () => {
  test('a board member sees and answers what was given to her, and nothing else', async () => {
    const board = asActor(
      contextOf(database, hubId),
      await anAccount(visitor, { roles: ['board_member'], email: 'ca@pole.example' }),
    );
    const [hers, other] = [
      await aRequest(visitor, { name: 'Awa' }),
      await aRequest(visitor, { name: 'Youna', referrer: 'La mairie' }),
    ];
    expect(await listOf(board, 'etat=toutes')).toEqual([]);
    const personId = board.actor?.personId ?? '';
    unwrap(await execute(team, assignAdviceRequests(testLinks), { ids: [hers.id], personId }));
    expect(await mailsOf(team, 'advice.entrusted')).toMatchObject([{ recipient: 'ca@pole.example' }]);
    expect(await listOf(board, 'etat=toutes')).toEqual(['Awa']);
    unwrap(await execute(team, tagAdviceRequests, { ids: [other.id], tag: 'secret' }));
    expect(await queueChoices(board)).toMatchObject({ tags: [], referrers: [] });
    expect(await queueChoices(team)).toMatchObject({ tags: ['secret'], referrers: [{ name: 'La mairie' }] });
    expect(await requestSheet(board, other.id)).toBeNull();
    expect(await answer(board, other.id)).toMatchObject({ reason: 'not_found' });
    expect(await execute(board, noteOnRequest, { id: other.id, kind: 'note', text: 'x' })).toMatchObject({
      reason: 'not_found',
    });
    expect((await answer(board, hers.id)).ok).toBe(true);
    expect(await execute(board, closeAdviceRequests, { ids: [hers.id], outcome: 'met' })).toMatchObject({
      reason: 'forbidden',
    });
    const follow = { id: hers.id, assignedToId: null, situation: null, referrer: '', tags: [] };
    expect(await execute(board, arrangeAdviceRequest(testLinks), follow)).toMatchObject({ reason: 'forbidden' });
  });

  test('members, contributors and visitors have no queue; nobody outside the team is given a request', async () => {
    const { id } = await aRequest(visitor);
    for (const role of ['member', 'contributor', 'operator'] as const) {
      const someone = await anAccount(visitor, { roles: [role] });
      const ctx = asActor(contextOf(database, hubId), someone);
      expect(await requestSheet(ctx, id)).toBeNull();
      expect(await answer(ctx, id)).toMatchObject({ reason: 'forbidden' });
      expect(await adviceTodo(ctx)).toEqual([]);
      const give = { ids: [id], personId: someone.personId };
      expect(await execute(team, assignAdviceRequests(testLinks), give)).toMatchObject({ reason: 'unknown_colleague' });
    }
  });

  test('another hub knows nothing of it, by its id or by its secret', async () => {
    const { id, secret } = await aRequest(visitor);
    const elsewhere = contextOf(database, await newHub(database));
    const stranger = asActor(elsewhere, await anEmployee(elsewhere));
    expect(await requestSheet(stranger, id)).toBeNull();
    expect(await ownRequest(elsewhere.db, secret)).toBeNull();
    expect(await answer(stranger, id)).toMatchObject({ reason: 'not_found' });
    expect(await execute(elsewhere, withdrawAdviceRequest, { secret })).toMatchObject({ reason: 'not_found' });
  });
});

test('taken back, nothing of it is left, not even in the mails', async () => {
  const { id, secret } = await aRequest(visitor, { message: 'Mon secret zinzolin' });
  const kept = await aRequest(visitor, { message: 'Autre chose' });
  unwrap(await answer(team, id));
  expect(await execute(visitor, withdrawAdviceRequest, { secret: `${secret}x` })).toMatchObject({
    reason: 'not_found',
  });
  unwrap(await execute(visitor, withdrawAdviceRequest, { secret }));
  expect(await requestSheet(team, id)).toBeNull();
  const { rows } = await team.db.execute(sql`select body::text as body from mail_messages`);
  expect(JSON.stringify(rows)).not.toContain('zinzolin');
  expect(JSON.stringify(rows)).toContain(kept.secret);
});

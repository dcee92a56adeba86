import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anAccount, anEmployee, asActor, inWork } from '#modules/identity/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { JobContext } from '#platform/jobs/job.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { answerAdviceRequest } from '../commands/answer-advice-request.ts';
import { moveRequestsTo } from '../commands/follow-merged-person.ts';
import { setAdviceContact } from '../commands/keep-advice-contacts.ts';
import { noteOnRequest } from '../commands/note-on-request.ts';
import { sendAdviceRequest } from '../commands/send-advice-request.ts';
import { advicePersonalData } from '../personal-data.ts';
import { contactFor } from '../queries/contacts.ts';
import { adviceFigures, adviceKeyFigures } from '../queries/figures.ts';
import { ownRequest, requestSheet } from '../queries/request-sheet.ts';
import { aRequest, testLinks } from '../testing/builders.ts';
import { forgetOldRequests } from './forget-old-requests.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

let visitor: ReturnType<typeof contextOf>;
let team: ReturnType<typeof contextOf>;
beforeEach(async () => {
  visitor = contextOf(database, await newHub(database));
  team = asActor(contextOf(database, visitor.hubId), await anEmployee(visitor));
});

const later = (ctx: Context, years: number): Context => ({
  ...ctx,
  clock: { now: () => ctx.clock.now().toZonedDateTimeISO('UTC').add({ years, days: 1 }).toInstant() },
});
const nightly = (ctx: Context) => forgetOldRequests.run(ctx as JobContext, {});
const answer = (ctx: Context, id: string) =>
  execute(ctx, answerAdviceRequest(testLinks), { id, answer: 'Passez nous voir.', by: 'mail' });

test('three years after the last word, only a line to count is left', async () => {
  const { id, secret } = await aRequest(visitor, { referrer: 'La mairie' });
  const recent = await aRequest(visitor, { message: 'Autre chose' });
  unwrap(await answer(team, id));
  await team.db.execute(
    sql`update advice_requests set last_message_at = last_message_at + interval '1 year' where id = ${recent.id}::uuid`,
  );
  await nightly(later(visitor, 2));
  expect(await requestSheet(team, id)).not.toBeNull();
  await nightly(later(visitor, 3));
  expect(await requestSheet(team, id)).toBeNull();
  expect(await ownRequest(visitor.db, secret)).toBeNull();
  expect(await requestSheet(team, recent.id)).not.toBeNull();
  const { rows } = await team.db.execute(sql`select * from advice_requests where id = ${id}::uuid`);
  expect(JSON.stringify(rows)).not.toMatch(/Maëlle|exemple\.fr|commencer/);
  expect((await team.db.execute(sql`select from advice_messages`)).rows).toEqual([]);
  const figures = await adviceFigures(team, null);
  expect(figures).toMatchObject({ total: 2, answered: 1, referrers: [{ label: 'La mairie', count: 1 }] });
  expect(await adviceKeyFigures(team)).toMatchObject([{ key: 'advice.requests', count: 2, value: '2' }]);
});

test('an empty night leaves no line in the trail', async () => {
  await nightly(visitor);
  const { rows } = await team.db.execute(sql`select from audit_entries where command = 'advice.forget-requests'`);
  expect(rows).toEqual([]);
});

test('a person takes away and erases what she asked, signed in or not, and nothing of others', async () => {
  const member = await anAccount(visitor, { roles: ['member'], email: 'maelle@exemple.fr' });
  const signedIn = asActor(visitor, member);
  const ask = { name: 'Maëlle', reach: '02 61 91 00 00', situation: null, message: 'Question signée' };
  const { id } = unwrap(await execute(signedIn, sendAdviceRequest(testLinks), ask));
  await aRequest(visitor, { reach: 'MAELLE@exemple.fr', message: 'Question par mail' });
  const other = await aRequest(visitor, { reach: 'autre@exemple.fr' });
  unwrap(await answer(team, id).then(() => execute(team, noteOnRequest, { id, kind: 'note', text: 'Note interne' })));
  const told = JSON.stringify(await advicePersonalData.export(team, member.personId));
  for (const words of ['Question signée', 'Question par mail', '02 61 91 00 00']) expect(told).toContain(words);
  expect(told).not.toContain('Note interne');
  await inWork(team, (work) => advicePersonalData.erase(work.db, member.personId));
  const { rows } = await team.db.execute<{ id: string }>(sql`select id from advice_requests`);
  expect(rows).toEqual([{ id: other.id }]);
});

test('who answered is forgotten as an author, and no longer shown on the site', async () => {
  const leaving = await anEmployee(visitor, { givenName: 'Aziliz', familyName: 'Partante' });
  const hers = asActor(team, leaving);
  unwrap(await execute(hers, setAdviceContact, { situation: '', name: 'aziliz partante', phone: '02 61 91 00 01' }));
  const { id } = await aRequest(visitor);
  unwrap(await answer(hers, id));
  expect(JSON.stringify(await advicePersonalData.export(team, leaving.personId))).toContain('02 61 91 00 01');
  await inWork(team, (work) => advicePersonalData.erase(work.db, leaving.personId));
  expect(await contactFor(visitor)).toBeNull();
  const sheet = await requestSheet(team, id);
  expect(sheet?.messages).toMatchObject([{ text: 'Passez nous voir.', authorName: '' }]);
});

test('two persons who become one keep their requests', async () => {
  const [kept, merged] = [await anAccount(visitor), await anAccount(visitor, { roles: ['board_member'] })];
  const { id } = await aRequest(visitor);
  await team.db.execute(
    sql`update advice_requests set person_id = ${merged.personId}::uuid, assigned_to_id = ${merged.personId}::uuid`,
  );
  await inWork(team, (work) => moveRequestsTo(work, kept.personId, merged.personId));
  expect((await requestSheet(team, id))?.request).toMatchObject({
    personId: kept.personId,
    assignedToId: kept.personId,
  });
});

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { hubPersonalData } from '../personal-data.ts';
import { listContactMessages, readContactMessage } from '../queries/contact-messages.ts';
import { answerContactMessage } from './answer-contact-message.ts';
import { reopenContactMessage } from './reopen-contact-message.ts';
import { sendContactMessage } from './send-contact-message.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

const question = {
  name: 'Maëlle Trois-Rivières',
  reach: 'maelle@exemple.fr',
  situation: 'projet',
  message: 'Par où commencer ?',
};

async function hubWithAddress(): Promise<string> {
  const hubId = await newHub(database);
  await contextOf(database, hubId).db.execute(
    sql`insert into hub_settings (name, email) values ('Pôle des Essais', 'bonjour@pole.example')`,
  );
  return hubId;
}

test('a message is kept and relayed, and its answer goes to the visitor', async () => {
  const hubId = await hubWithAddress();
  const visitor = contextOf(database, hubId);
  const { id } = unwrap(await execute(visitor, sendContactMessage, question));
  expect(visitor.witness.jobs.map((job) => job.name)).toEqual(['mail.deliver']);
  const mailsTo = async (address: string) =>
    (
      await visitor.db.execute<{ reply_to: string; subject: string }>(
        sql`select reply_to, subject from mail_messages where recipient = ${address}`,
      )
    ).rows;
  expect(await mailsTo('bonjour@pole.example')).toEqual([
    { reply_to: 'maelle@exemple.fr', subject: 'Maëlle Trois-Rivières vous écrit depuis le site' },
  ]);

  const employee = contextOf(database, hubId, actorWith('employee'));
  expect(await execute(employee, answerContactMessage, { id, answer: '', by: 'mail' })).toMatchObject({
    reason: 'empty_answer',
  });
  unwrap(await execute(employee, answerContactMessage, { id, answer: 'Par un café mardi.', by: 'mail' }));
  expect(await mailsTo('maelle@exemple.fr')).toHaveLength(1);
  expect(await execute(employee, answerContactMessage, { id, answer: 'Encore', by: 'mail' })).toMatchObject({
    reason: 'already_answered',
  });
  expect(await readContactMessage(employee.db, id)).toMatchObject({
    answer: 'Par un café mardi.',
    answeredBy: 'Camille Essai',
  });
  unwrap(await execute(employee, reopenContactMessage, { id }));
  expect(await listContactMessages(employee.db, 'waiting', 1)).toMatchObject({ waiting: 1, answered: 0 });
});

test('a phone number is enough, and is not answered by mail', async () => {
  const hubId = await hubWithAddress();
  const { id } = unwrap(
    await execute(contextOf(database, hubId), sendContactMessage, {
      ...question,
      reach: '02 99 00 00 00',
      situation: null,
    }),
  );
  const employee = contextOf(database, hubId, actorWith('employee'));
  expect(await execute(employee, answerContactMessage, { id, answer: 'Bonjour', by: 'mail' })).toMatchObject({
    reason: 'no_address',
  });
  expect(await listContactMessages(employee.db, 'waiting', 1)).toMatchObject({ waiting: 1 });
  unwrap(await execute(employee, answerContactMessage, { id, answer: '', by: 'otherwise' }));
  expect(await listContactMessages(employee.db, 'waiting', 1)).toMatchObject({ waiting: 0 });
});

test('says what is missing, and only staff answers', async () => {
  const hubId = await hubWithAddress();
  expect(
    await execute(contextOf(database, hubId), sendContactMessage, {
      name: '',
      reach: 'maelle@',
      situation: null,
      message: ' ',
    }),
  ).toMatchObject({
    fields: {
      name: expect.any(String),
      reach: expect.stringContaining('prenom@exemple.fr'),
      message: expect.any(String),
    },
  });
  const { id } = unwrap(await execute(contextOf(database, hubId), sendContactMessage, question));
  const stranger = contextOf(database, hubId, actorWith('board_member'));
  expect(await execute(stranger, answerContactMessage, { id, answer: 'x', by: 'mail' })).toMatchObject({
    reason: 'forbidden',
  });
});

test('stays in its hub, and leaves after three years', async () => {
  const [one, other] = [await hubWithAddress(), await hubWithAddress()];
  const { id } = unwrap(await execute(contextOf(database, one), sendContactMessage, question));
  const elsewhere = contextOf(database, other, actorWith('employee'));
  expect(await readContactMessage(elsewhere.db, id)).toBeNull();
  expect(await execute(elsewhere, answerContactMessage, { id, answer: 'x', by: 'otherwise' })).toMatchObject({
    reason: 'already_answered',
  });
  const ctx = contextOf(database, one);
  await ctx.db.execute(sql`update contact_messages set received_at = now() - interval '3 years 1 day'`);
  unwrap(await execute(ctx, sendContactMessage, { ...question, message: 'Une autre' }));
  expect(await readContactMessage(ctx.db, id)).toBeNull();
});

test('a person takes away and erases what she wrote, signed in or not', async () => {
  const hubId = await hubWithAddress();
  const member = actorWith('member');
  unwrap(await execute(contextOf(database, hubId, member), sendContactMessage, { ...question, reach: '0299000000' }));
  unwrap(await execute(contextOf(database, hubId), sendContactMessage, { ...question, reach: 'MAELLE@exemple.fr' }));
  unwrap(await execute(contextOf(database, hubId), sendContactMessage, { ...question, reach: 'autre@exemple.fr' }));
  const data = hubPersonalData(async () => ['Maelle@exemple.fr']);
  const ctx = contextOf(database, hubId, actorWith('employee'));
  const [section] = await data.export(ctx, member.personId);
  expect(section?.entries.filter((entry) => entry.label === 'Message envoyé au pôle')).toHaveLength(2);
  await ctx.db.transaction((tx) => data.erase(tx as never, member.personId));
  expect(await listContactMessages(ctx.db, 'waiting', 1)).toMatchObject({ waiting: 1 });
});

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '#platform/context/context.ts';
import { execute } from '#platform/command/execute.ts';
import { openSignedIds } from '#platform/secrets/signed-ids.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { askToBeTold, confirmInterest } from '../commands/interests.ts';
import { trainingInterests, trainingTrainees } from '../tables.ts';
import { aCourse, anOpenSession, aTrainee } from '../testing/builders.ts';
import { everyDay } from './daily.ts';

let database: TestDatabase;
let team: Context;
beforeAll(async () => {
  database = await openTestDatabase();
  team = contextOf(database, await newHub(database), actorWith('employee'));
});
afterAll(() => database.close());

const deps = { links: openSignedIds('un secret d’essai assez long'), originOf: async () => 'https://pole.example' };

/** The job of each morning, so many days from now. */
async function morning(days: number): Promise<void> {
  const now = team.clock.now().add({ hours: 24 * days });
  const ctx = { ...team, actor: null, clock: { now: () => now } };
  const signal = new AbortController().signal;
  await everyDay(deps).run({ ...ctx, ports: {} as never, attempt: 1, isLastAttempt: true, signal }, {});
}

const lines = async (): Promise<number> => {
  const { rows } = await team.db.execute<{ count: number }>(
    sql`select count(*)::int as count from audit_entries where command = 'training.forget-old'`,
  );
  return rows[0]?.count ?? 0;
};

test('ways to reach trainees go after the years the hub set, and nights without any leave no line', async () => {
  const course = await aCourse(team);
  const session = await anOpenSession(team, course.id, { isConfirmed: true, inDays: 1 });
  await aTrainee(team, session, { name: 'Yann Fictif', email: 'yann@pole.example', phone: '06 39 98 11 22' });
  const kept = async () => (await team.db.select().from(trainingTrainees)).map(({ name, email }) => [name, email]);
  // Five years after the year of the session, unless the hub says otherwise.
  for (const days of [1_300, 1_790]) await morning(days);
  expect([await kept(), await lines()]).toEqual([[['Yann Fictif', 'yann@pole.example']], 0]);
  await morning(366 * 7);
  await morning(366 * 7 + 1);
  expect([await kept(), await lines()]).toEqual([[['Yann Fictif', null]], 1]);
});

test('a wish to be told that nobody confirmed goes after a week; one confirmed stays', async () => {
  const course = await aCourse(team, { title: 'Lire un bilan' });
  const visitor = { ...team, actor: null };
  for (const email of ['oui@essai.example', 'non@essai.example'])
    unwrap(await execute(visitor, askToBeTold(deps), { courseId: course.id, email, name: '' }));
  const all = await team.db.select().from(trainingInterests);
  const confirmed = all.find(({ email }) => email === 'oui@essai.example');
  unwrap(await execute(visitor, confirmInterest, { id: confirmed?.id ?? '' }));
  await morning(6);
  expect(await team.db.select().from(trainingInterests)).toHaveLength(2);
  await morning(8);
  expect((await team.db.select().from(trainingInterests)).map(({ email }) => email)).toEqual(['oui@essai.example']);
});

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOrganization } from '#modules/directory/testing/builders.ts';
import { aPerson, inWork } from '#modules/identity/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { inTransaction } from '#platform/db/database.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { peoplePersonalData } from '../personal-data.ts';
import { personRelations } from '../queries/person-relations.ts';
import { relationsOf } from '../queries/relations.ts';
import { chooseReach } from './choose-reach.ts';
import { moveOrganizationRelations } from './follow-merged-organizations.ts';
import { moveRelationsTo } from './follow-merged-person.ts';
import { addDelegate } from './keep-delegates.ts';
import { joinHousehold } from './keep-households.ts';
import { addNote, editNote } from './keep-notes.ts';
import { beginOrganizationRole } from './keep-organization-roles.ts';
import { keepReviews } from './keep-reviews.ts';
import { beginStatus } from './keep-statuses.ts';
import { tagPeople } from './keep-tags.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const team = async (): Promise<Context> => contextOf(database, await newHub(database), actorWith('employee'));

/** All that may be kept of someone, with a word in every text. */
async function fill(
  ctx: Context,
  personId: string,
  otherId: string,
  organizationId: string,
  word: string,
): Promise<void> {
  const subject = { personId };
  unwrap(await execute(ctx, beginStatus, { subject, status: 'press', note: word }));
  unwrap(await execute(ctx, beginOrganizationRole, { personId, organizationId, kind: 'chair', function: word }));
  unwrap(await execute(ctx, tagPeople, { personIds: [personId], label: word }));
  unwrap(await execute(ctx, addNote, { subject, kind: 'call', text: word }));
  unwrap(await execute(ctx, chooseReach, { personId, channel: 'phone', note: word }));
  unwrap(await execute(ctx, addDelegate, { personId, delegateId: otherId, purpose: word }));
  const lastContactAt = ctx.clock.now();
  unwrap(await execute(ctx, keepReviews, { reviews: [{ personId, lastContactAt, lastContactKind: word }] }));
}

/** Rows of the module that name one of these people. */
async function rowsOf(ctx: Context, personId: string): Promise<Record<string, number>> {
  const tables = [
    'relation_statuses',
    'organization_roles',
    'person_tags',
    'relation_notes',
    'household_people',
    'reach_preferences',
    'retention_reviews',
    'delegates',
  ];
  const found: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await ctx.db.execute<{ count: number }>(
      sql`select count(*)::int as count from ${sql.identifier(table)} where person_id = ${personId}::uuid`,
    );
    if (rows[0]?.count) found[table] = rows[0].count;
  }
  return found;
}

test('a person takes all of it away, and nothing of it is left once she is erased', async () => {
  const ctx = await team();
  const [{ personId }, other] = [await aPerson(ctx), await aPerson(ctx)];
  const { id } = await anOrganization(ctx);
  await fill(ctx, personId, other.personId, id, 'Garance');
  unwrap(await execute(ctx, joinHousehold, { personId, otherId: other.personId, label: 'Garance' }));
  expect(Object.keys(await rowsOf(ctx, personId))).toHaveLength(8);
  const held = (await peoplePersonalData.export(ctx, personId)).flatMap((section) => section.entries);
  expect(held.filter((entry) => entry.value.includes('Garance')).length).toBeGreaterThanOrEqual(8);
  await inTransaction(ctx.db, (tx) => peoplePersonalData.erase(tx, personId));
  expect(await rowsOf(ctx, personId)).toEqual({});
  // One person alone is no household.
  expect((await ctx.db.execute(sql`select from households`)).rows).toEqual([]);
  expect((await ctx.db.execute(sql`select from delegates`)).rows).toEqual([]);
});

test('of two people who become one, everything is the kept one’s, once', async () => {
  const ctx = await team();
  const [kept, merged, other] = [await aPerson(ctx), await aPerson(ctx), await aPerson(ctx)];
  const { id } = await anOrganization(ctx);
  await fill(ctx, kept.personId, other.personId, id, 'Garance');
  await fill(ctx, merged.personId, other.personId, id, 'garance');
  unwrap(await execute(ctx, joinHousehold, { personId: merged.personId, otherId: other.personId }));
  await inWork(ctx, (work) => moveRelationsTo(work, kept.personId, merged.personId));
  expect(await rowsOf(ctx, merged.personId)).toEqual({});
  const { roles, tags, notes, statuses, household, delegates } = await personRelations(ctx.db, kept.personId);
  expect([roles.length, tags.length, notes.length, delegates.length]).toEqual([1, 1, 2, 1]);
  expect(statuses.filter((status) => status.until === null)).toHaveLength(1);
  expect(household?.people.map((person) => person.id)).toContain(kept.personId);
});

test('of two structures that become one, the people and notes are the kept one’s', async () => {
  const ctx = await team();
  const { personId } = await aPerson(ctx);
  const [kept, merged] = [
    await anOrganization(ctx, { name: 'La Tablée' }),
    await anOrganization(ctx, { name: 'Café la Tablée' }),
  ];
  for (const { id } of [kept, merged]) {
    unwrap(await execute(ctx, beginOrganizationRole, { personId, organizationId: id, kind: 'chair' }));
    unwrap(await execute(ctx, addNote, { subject: { organizationId: id }, text: 'Visite' }));
  }
  await inWork(ctx, (work) => moveOrganizationRelations(work, kept.id, merged.id));
  const { roles, notes } = await relationsOf(ctx.db, { organizationId: kept.id });
  expect([roles.length, notes.length]).toEqual([1, 2]);
  expect((await relationsOf(ctx.db, { organizationId: merged.id })).roles).toEqual([]);
});

test('the same status, role or note is not written twice, nor over what a colleague wrote', async () => {
  const ctx = await team();
  const { personId } = await aPerson(ctx);
  const { id } = await anOrganization(ctx);
  const status = { subject: { personId }, status: 'funder' } as const;
  const role = { personId, organizationId: id, kind: 'treasurer' } as const;
  const both = await Promise.all([execute(ctx, beginStatus, status), execute(ctx, beginStatus, status)]);
  expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
  const roles = await Promise.all([
    execute(ctx, beginOrganizationRole, role),
    execute(ctx, beginOrganizationRole, role),
  ]);
  expect(roles.filter((outcome) => outcome.ok)).toHaveLength(1);
  unwrap(await execute(ctx, addNote, { subject: { personId }, text: 'Premier mot' }));
  const [note] = (await relationsOf(ctx.db, { personId })).notes;
  const edit = { id: note?.id ?? '', version: 1, kind: 'note' } as const;
  unwrap(await execute(ctx, editNote, { ...edit, text: 'Deuxième mot' }));
  expect(await execute(ctx, editNote, { ...edit, text: 'Troisième mot' })).toMatchObject({
    reason: 'edited_meanwhile',
  });
  for (const actor of [null, actorWith('member'), actorWith('board_member'), actorWith('operator')])
    expect(await execute({ ...ctx, actor }, tagPeople, { personIds: [personId], label: 'Intrus' })).toMatchObject({
      reason: 'forbidden',
    });
});

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { findEntries } from '#platform/search/find-entries.ts';
import type { Visibility } from '#platform/search/search.ts';
import { openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { identityPersonalData } from '../personal-data.ts';
import { anEmployee, asActor } from '../testing/builders.ts';
import { inNewHub } from '../testing/test-hub.ts';
import { erasePerson } from './erase-person.ts';
import { endRole, grantRole } from './keep-roles.ts';
import { mergePersons } from './merge-persons.ts';
import { registerPerson } from './register-person.ts';
import { renamePerson } from './rename-person.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function found(ctx: Context, text: string, visibilities: Visibility[] = ['public', 'members', 'staff']) {
  const { entries } = await findEntries(ctx.db, { text, kind: null, visibilities, page: 1, pageSize: 20 });
  return entries.map((entry) => entry.subjectId);
}

async function added(staff: Context, familyName: string, email = '') {
  const outcome = await execute(staff, registerPerson, { givenName: 'Awa', familyName, email, phone: '' });
  return unwrap(outcome).personId;
}

it('lets the team, and nobody else, find a person by name and role, never by address', async () => {
  const ctx = await inNewHub(database);
  const staff = asActor(ctx, await anEmployee(ctx, { email: 'camille@exemple.fr' }));
  const personId = await added(staff, 'Kergoat', 'awa.bruyere@exemple.fr');
  expect(await found(ctx, 'kergoat awa')).toEqual([personId]);
  expect(await found(ctx, 'kergoat', ['public', 'members'])).toEqual([]);
  expect(await found(ctx, 'bruyere')).toEqual([]);
  expect(await found(ctx, 'adhésion')).toEqual([]);
  await execute(staff, grantRole, { personId, role: 'member' });
  expect(await found(ctx, 'kergoat adhésion')).toEqual([personId]);
  await execute(staff, endRole, { personId, role: 'member' });
  expect(await found(ctx, 'kergoat adhésion')).toEqual([]);
});

it('follows a new name, a merge and an erasure, and leaves no word behind', async () => {
  const ctx = await inNewHub(database);
  const staff = asActor(ctx, await anEmployee(ctx, { email: 'camille@exemple.fr' }));
  const kept = await added(staff, 'Quéméneur');
  const merged = await added(staff, 'Quemeneur');
  expect((await found(ctx, 'quemeneur')).sort()).toEqual([kept, merged].sort());
  unwrap(await execute(staff, mergePersons, { keptId: kept, mergedId: merged }));
  expect(await found(ctx, 'quemeneur')).toEqual([kept]);
  unwrap(await execute(staff, renamePerson, { personId: kept, givenName: 'Awa', familyName: 'Trévidic' }));
  expect(await found(ctx, 'quemeneur')).toEqual([]);
  expect(await found(ctx, 'trevidic')).toEqual([kept]);
  unwrap(
    await execute(
      staff,
      erasePerson(() => [identityPersonalData]),
      { personId: kept },
    ),
  );
  expect(await found(ctx, 'trevidic')).toEqual([]);
  const { rows } = await ctx.db.execute(sql`select word from search_words where word in ('trevidic', 'quemeneur')`);
  expect(rows).toEqual([]);
});

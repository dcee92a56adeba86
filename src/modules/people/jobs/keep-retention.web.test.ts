import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPerson, inWork } from '#modules/identity/testing/builders.ts';
import { beginRole } from '#modules/identity/index.ts';
import { persons } from '#modules/identity/tables.ts';
import { later } from '#modules/identity/testing/test-hub.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestSite, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { addNote } from '../commands/keep-notes.ts';
import { paths } from '../paths.ts';
import { retentionList } from '../queries/retention-list.ts';

let site: TestSite;
let hub: TestHub;
let employee: TestPerson;
let now: Context;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
  employee = await hub.person('employee');
  now = await hub.context(employee.actor);
});
afterAll(() => site.close());

/** The night of a day to come. */
async function night(inDays: number): Promise<void> {
  const job = site.site.deps.modules
    .flatMap((module) => module.jobs ?? [])
    .find(({ name }) => name === 'people.keep-retention');
  const ctx = later({ ...now, actor: null }, { hours: 24 * inDays });
  const signal = new AbortController().signal;
  await job?.run({ ...ctx, ports: site.site.ports, attempt: 1, isLastAttempt: true, signal }, {});
}

const known = (months: number, familyName: string) =>
  aPerson(later(now, { hours: -24 * 30.5 * months }), {
    givenName: 'Anne',
    familyName,
    email: `${familyName}@old.example`,
  });

const isErased = async (personId: string) =>
  (await now.db.select().from(persons).where(eq(persons.id, personId)))[0]?.erasedAt !== null;

const dayOf = (ctx: Context) => ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();

test('who was not heard of for three years is announced a month, then forgotten; who was is not', async () => {
  const silent = await known(50, 'silencieuse');
  const heard = await known(50, 'entendue');
  const told = await known(50, 'servie');
  const member = await known(50, 'adherente');
  const kept = await known(50, 'gardee');
  const recent = await known(20, 'recente');
  const at = (months: number) => dayOf(later(now, { hours: -24 * 30.5 * months })).toString();
  const note = (personId: string, kind: string, months: number) =>
    execute(now, addNote, { subject: { personId }, kind, happenedOn: at(months), text: 'Bonjour' });
  unwrap(await note(heard.personId, 'call', 6));
  // What the team wrote for itself is no news of her.
  unwrap(await note(told.personId, 'note', 6));
  await inWork(now, async (work) => beginRole(work, member.personId, 'member'));

  await night(0);
  const page = await (await hub.get(paths.retention, employee.cookie)).text();
  for (const name of ['silencieuse', 'servie', 'gardee']) expect(page).toContain(`Anne ${name}`);
  for (const name of ['entendue', 'adherente', 'recente']) expect(page).not.toContain(`Anne ${name}`);
  expect(await isErased(silent.personId)).toBe(false);
  const sheet = async (personId: string) => (await hub.get(paths.person(personId), employee.cookie)).text();
  expect(await sheet(silent.personId)).toContain('Sera oubliée le');
  expect(await sheet(recent.personId)).not.toContain('Sera oubliée le');
  const refused = await hub.post(paths.retentionKeep, { ids: kept.personId, reason: '' }, employee.cookie);
  expect(refused.status).toBe(422);
  await hub.post(paths.retentionKeep, { ids: kept.personId, reason: 'Figure sur la plaque du lieu' }, employee.cookie);
  expect(await (await hub.get(paths.retention, employee.cookie)).text()).toContain('Figure sur la plaque');
  expect(await sheet(kept.personId)).toMatch(/Gardée jusqu’au [^<]*\s: Figure sur la plaque/);

  await night(29);
  expect(await isErased(silent.personId)).toBe(false);
  await night(31);
  expect(await Promise.all([silent, told].map(({ personId }) => isErased(personId)))).toEqual([true, true]);
  expect(await Promise.all([heard, member, kept, recent].map(({ personId }) => isErased(personId)))).toEqual([
    false,
    false,
    false,
    false,
  ]);

  // Once the reason is over she is announced again before she goes.
  await night(400);
  expect(await isErased(kept.personId)).toBe(false);
  const ctx = later(now, { hours: 24 * 400 });
  const { leaving } = await retentionList(ctx.db, { today: dayOf(ctx), zone: ctx.zone });
  expect(leaving.map((person) => person.name)).toContain('Anne gardee');
});

test('the list is the team’s alone', async () => {
  for (const cookie of [await hub.signIn('member', 'board_member'), undefined])
    expect([303, 404]).toContain((await hub.get(paths.retention, cookie)).status);
});

test('the register says what every module that holds data about people does with it', async () => {
  const modules = site.site.deps.modules;
  const silent = modules.filter((module) => module.personalData && !module.processing).map((module) => module.name);
  expect(silent).toEqual([]);
  const page = await (await hub.get(paths.processing, employee.cookie)).text();
  const csv = await (await hub.get(`${paths.processing}.csv`, employee.cookie)).text();
  for (const { name } of modules.flatMap((module) => module.processing ?? [])) {
    expect(page).toContain(name);
    expect(csv).toContain(name);
  }
  expect([303, 404]).toContain((await hub.get(paths.processing)).status);
});

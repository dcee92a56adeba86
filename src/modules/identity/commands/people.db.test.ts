import { and, eq, isNull, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { PersonalData } from '#platform/contributions/module.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { identityPersonalData } from '../personal-data.ts';
import { employees } from '../queries/employees.ts';
import { employeesWithoutAccount } from '../queries/employees-without-account.ts';
import { identifyActor } from '../queries/identify-actor.ts';
import { personFile } from '../queries/person-file.ts';
import { anAccount, anEmployee, aPerson, aSession, asActor, inWork } from '../testing/builders.ts';
import { mailed, mailedToken } from '../testing/mailed.ts';
import { accounts, persons } from '../tables.ts';
import { inNewHub, later, site } from '../testing/test-hub.ts';
import { askErasure } from './ask-erasure.ts';
import { askAddressChange, confirmAddressChange } from './change-address.ts';
import { erasePerson } from './erase-person.ts';
import { invitePerson } from './invite-person.ts';
import { giveConsent, withdrawConsent } from './keep-consents.ts';
import { addContactPoint, removeContactPoint } from './keep-contact-points.ts';
import { endRole, grantRole } from './keep-roles.ts';
import { mergePersons } from './merge-persons.ts';
import { registerPerson } from './register-person.ts';
import { renamePerson } from './rename-person.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

type Ctx = Awaited<ReturnType<typeof inNewHub>>;

async function office() {
  const ctx = await inNewHub(database);
  const employee = await anEmployee(ctx, { email: 'camille@exemple.fr' });
  return { ctx, employee, staff: asActor(ctx, employee) };
}

/** Names of those who are neither merged nor erased. */
const living = async (ctx: Ctx) =>
  (
    await ctx.db
      .select({ name: persons.displayName })
      .from(persons)
      .where(and(isNull(persons.mergedInto), isNull(persons.erasedAt)))
  ).map(({ name }) => name);

describe('registerPerson', () => {
  it('takes a person without any address', async () => {
    const { ctx, staff } = await office();
    const { personId } = unwrap(
      await execute(staff, registerPerson, { givenName: 'Marcel', familyName: 'Le Bihan', email: '', phone: '' }),
    );
    expect(ctx.witness.facts).toContainEqual({ type: 'personRegistered', personId });
    expect(await living(ctx)).toContain('Marcel Le Bihan');
    expect((await personFile(ctx, personId))?.contactPoints).toEqual([]);
  });

  it('asks for a name, and a whole address', async () => {
    const { staff } = await office();
    expect(await execute(staff, registerPerson, { givenName: ' ', familyName: '' })).toMatchObject({
      reason: 'name_needed',
    });
    expect(await execute(staff, registerPerson, { familyName: 'Roux', email: 'roux@' })).toMatchObject({
      reason: 'invalid',
      fields: { email: expect.stringContaining('en entier') },
    });
  });

  it('is for staff', async () => {
    const { ctx } = await office();
    const member = await anAccount(ctx, { roles: ['member', 'board_member', 'contributor', 'operator'] });
    expect(await execute(asActor(ctx, member), registerPerson, { familyName: 'Roux' })).toMatchObject({
      reason: 'forbidden',
    });
  });
});

describe('renamePerson', () => {
  it('lets each correct her own name and staff anyone’s, and keeps notes to staff', async () => {
    const { ctx, staff } = await office();
    const [account, other] = [await anAccount(ctx), await anAccount(ctx)];
    unwrap(
      await execute(asActor(ctx, account), renamePerson, {
        personId: account.personId,
        givenName: 'Zoé',
        familyName: 'Prat',
        notes: 'Je suis formidable',
      }),
    );
    expect((await personFile(ctx, account.personId))?.person).toMatchObject({ displayName: 'Zoé Prat', notes: '' });
    expect(
      await execute(asActor(ctx, account), renamePerson, { personId: other.personId, familyName: 'X' }),
    ).toMatchObject({ reason: 'forbidden' });
    unwrap(await execute(staff, renamePerson, { personId: other.personId, familyName: 'Prat', notes: 'Rappeler' }));
    expect((await personFile(ctx, other.personId))?.person.notes).toBe('Rappeler');
  });
});

describe('roles', () => {
  it('are periods, given once, and ended with their date', async () => {
    const { ctx, staff, employee } = await office();
    const person = await aPerson(ctx);
    for (let time = 0; time < 2; time++)
      unwrap(await execute(staff, grantRole, { personId: person.personId, role: 'board_member' }));
    unwrap(await execute(staff, endRole, { personId: person.personId, role: 'board_member' }));
    expect(await execute(staff, endRole, { personId: person.personId, role: 'board_member' })).toMatchObject({
      reason: 'not_held',
    });
    const file = await personFile(ctx, person.personId);
    expect(file?.roles).toMatchObject([
      { role: 'board_member', grantedBy: employee.personId, endedBy: employee.personId },
    ]);
    expect(ctx.witness.facts.filter((fact) => fact.type === 'roleGranted' || fact.type === 'roleEnded')).toMatchObject([
      { type: 'roleGranted', role: 'employee' },
      { type: 'roleGranted', role: 'board_member' },
      { type: 'roleEnded', role: 'board_member' },
    ]);
  });

  it('keep the last employee, even when two remove each other at once', async () => {
    const { ctx, staff, employee } = await office();
    expect(await execute(staff, endRole, { personId: employee.personId, role: 'employee' })).toMatchObject({
      reason: 'last_employee',
    });
    const second = await anEmployee(ctx);
    const answers = await Promise.all([
      execute(staff, endRole, { personId: second.personId, role: 'employee' }),
      execute(asActor(ctx, second), endRole, { personId: employee.personId, role: 'employee' }),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await employees(ctx.db)).toHaveLength(1);
  });

  it('of operator come from operators only', async () => {
    const { ctx, staff } = await office();
    const person = await aPerson(ctx);
    expect(await execute(staff, grantRole, { personId: person.personId, role: 'operator' })).toMatchObject({
      reason: 'forbidden',
    });
    const operator = asActor(ctx, await anAccount(ctx, { roles: ['operator'] }));
    expect(await execute(operator, grantRole, { personId: person.personId, role: 'operator' })).toMatchObject({
      ok: true,
    });
    expect(await execute(operator, grantRole, { personId: person.personId, role: 'employee' })).toMatchObject({
      reason: 'forbidden',
    });
  });

  it('say who could be welcomed until one employee has signed in', async () => {
    const ctx = await inNewHub(database);
    const person = await aPerson(ctx, { givenName: 'Camille', familyName: 'Riou', roles: ['employee'] });
    expect(await employeesWithoutAccount(ctx.db)).toEqual([{ personId: person.personId, name: 'Camille Riou' }]);
    await aSession(ctx, await anEmployee(ctx));
    expect(await employeesWithoutAccount(ctx.db)).toEqual([]);
  });
});

describe('contact points', () => {
  it('are kept once whatever their spelling, and the one that signs in stays', async () => {
    const { ctx, staff } = await office();
    const account = await anAccount(ctx, { email: 'awa@exemple.fr' });
    const add = (kind: string, value: string) =>
      execute(staff, addContactPoint, { personId: account.personId, kind, value });
    unwrap(await add('phone', '02 99 00 00 01'));
    unwrap(await add('phone', '+33 2 99 00 00 01'));
    expect(await add('email', 'pas une adresse')).toMatchObject({ reason: 'invalid' });
    const points = (await personFile(ctx, account.personId))?.contactPoints ?? [];
    expect(points.map((point) => [point.kind, point.preferred])).toEqual([
      ['email', true],
      ['phone', true],
    ]);
    expect(await execute(staff, removeContactPoint, { contactPointId: points[0]?.id })).toMatchObject({
      reason: 'signs_in',
    });
    expect(await execute(staff, removeContactPoint, { contactPointId: points[1]?.id })).toMatchObject({ ok: true });
    const stranger = asActor(ctx, await anAccount(ctx));
    expect(await execute(stranger, removeContactPoint, { contactPointId: points[0]?.id })).toMatchObject({
      reason: 'not_found',
    });
  });
});

describe('changing the sign-in address', () => {
  it('waits for the new mailbox, then tells the old one', async () => {
    const ctx = await inNewHub(database);
    const account = await anAccount(ctx, { email: 'ancienne@exemple.fr' });
    const { token } = await aSession(ctx, account);
    unwrap(await execute(asActor(ctx, account), askAddressChange, { token, email: 'Nouvelle@exemple.fr', ...site }));
    expect((await personFile(ctx, account.personId))?.account?.email).toBe('ancienne@exemple.fr');
    const link = await mailedToken(ctx, 'identity.address-change');
    expect(await execute(later(ctx, { minutes: 61 }), confirmAddressChange, { token: link, ...site })).toMatchObject({
      reason: 'link_over',
    });
    unwrap(await execute(ctx, confirmAddressChange, { token: link, ...site }));
    expect(await execute(ctx, confirmAddressChange, { token: link, ...site })).toMatchObject({ reason: 'link_over' });
    expect((await personFile(ctx, account.personId))?.account?.email).toBe('nouvelle@exemple.fr');
    expect((await mailed(ctx)).map((letter) => letter.recipient)).toEqual([
      'nouvelle@exemple.fr',
      'ancienne@exemple.fr',
    ]);
  });

  it('never takes the address of another account, and asks for a fresh proof', async () => {
    const ctx = await inNewHub(database);
    await anAccount(ctx, { email: 'prise@exemple.fr' });
    const account = await anAccount(ctx);
    const { token } = await aSession(ctx, account);
    const me = asActor(ctx, account);
    expect(
      await execute(later(me, { minutes: 11 }), askAddressChange, { token, email: 'prise@exemple.fr', ...site }),
    ).toMatchObject({ reason: 'proof_needed' });
    unwrap(await execute(me, askAddressChange, { token, email: 'prise@exemple.fr', ...site }));
    const link = await mailedToken(ctx, 'identity.address-change');
    expect(await execute(ctx, confirmAddressChange, { token: link, ...site })).toMatchObject({
      reason: 'address_taken',
    });
  });
});

describe('consents', () => {
  it('are dated, sourced, withdrawn by their owner, and given again as another line', async () => {
    const { ctx, employee } = await office();
    const account = await anAccount(ctx);
    const consent = {
      personId: account.personId,
      purpose: 'infolettre',
      wording: 'Je veux recevoir la lettre.',
      source: 'page Infolettre',
    };
    const give = () => inWork(ctx, (work) => giveConsent(work, consent));
    await give();
    await give();
    const stranger = asActor(ctx, await anAccount(ctx));
    const [given] = (await personFile(ctx, account.personId))?.consents ?? [];
    expect(await execute(stranger, withdrawConsent, { consentId: given?.id })).toMatchObject({ reason: 'not_found' });
    unwrap(await execute(asActor(ctx, account), withdrawConsent, { consentId: given?.id }));
    await give();
    expect((await personFile(ctx, account.personId))?.consents.map((line) => line.withdrawnAt !== null)).toEqual([
      false,
      true,
    ]);
    expect(employee.personId).not.toBe(account.personId);
  });
});

describe('mergePersons', () => {
  it('moves account, addresses, roles and consents, and leads from the second to the first', async () => {
    const { ctx, staff } = await office();
    const kept = await aPerson(ctx, {
      givenName: 'Awa',
      familyName: 'Diallo',
      email: 'awa@exemple.fr',
      roles: ['member'],
    });
    const twin = await anAccount(ctx, {
      givenName: 'Awa',
      familyName: 'DIALLO',
      email: 'awa.diallo@exemple.fr',
      roles: ['member', 'board_member'],
    });
    const { headers } = await aSession(ctx, twin);
    unwrap(await execute(staff, mergePersons, { keptId: kept.personId, mergedId: twin.personId }));
    const file = await personFile(ctx, kept.personId);
    expect(file?.account?.email).toBe('awa.diallo@exemple.fr');
    expect(file?.contactPoints.map((point) => point.value).sort()).toEqual(['awa.diallo@exemple.fr', 'awa@exemple.fr']);
    expect(
      file?.roles
        .filter((held) => !held.endsAt)
        .map((held) => held.role)
        .sort(),
    ).toEqual(['board_member', 'member']);
    expect((await personFile(ctx, twin.personId))?.person.mergedInto).toBe(kept.personId);
    expect((await identifyActor({ db: ctx.db, headers, now: ctx.clock.now() }))?.actor.personId).toBe(kept.personId);
    expect((await living(ctx)).filter((name) => name.includes('Diallo'))).toEqual(['Awa Diallo']);
    expect(await execute(staff, mergePersons, { keptId: kept.personId, mergedId: twin.personId })).toMatchObject({
      reason: 'not_found',
    });
  });

  it('closes the second account when both have one, and holds in both directions at once', async () => {
    const { ctx, staff } = await office();
    const [kept, twin] = [await anAccount(ctx), await anAccount(ctx)];
    const answers = await Promise.all([
      execute(staff, mergePersons, { keptId: kept.personId, mergedId: twin.personId }),
      execute(staff, mergePersons, { keptId: twin.personId, mergedId: kept.personId }),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const { rows } = await ctx.db.execute(sql`select id from accounts`);
    expect(rows).toHaveLength(2);
  });
});

describe('erasePerson', () => {
  const holders = (): PersonalData[] => [identityPersonalData];

  it('leaves the name and addresses nowhere in the hub', async () => {
    const { ctx, staff } = await office();
    const person = await anAccount(ctx, {
      givenName: 'Gwenaël',
      familyName: 'Quéméneur',
      email: 'gwenael@exemple.fr',
      roles: ['member'],
    });
    await inWork(ctx, (work) =>
      giveConsent(work, {
        personId: person.personId,
        purpose: 'infolettre',
        wording: 'Oui',
        source: 'page',
        proof: 'gwenael@exemple.fr',
      }),
    );
    const { token, headers } = await aSession(ctx, person);
    unwrap(await execute(asActor(ctx, person), askAddressChange, { token, email: 'quemeneur@exemple.fr', ...site }));
    unwrap(
      await execute(asActor(ctx, person), renamePerson, {
        personId: person.personId,
        givenName: 'Gwen',
        familyName: 'Quéméneur',
      }),
    );
    unwrap(await execute(asActor(ctx, person), askErasure, {}));
    unwrap(await execute(staff, invitePerson, { personId: person.personId, ...site }));
    const { kept } = unwrap(await execute(staff, erasePerson(holders), { personId: person.personId }));
    expect(kept.join()).toContain('journal');
    expect(await identifyActor({ db: ctx.db, headers, now: ctx.clock.now() })).toBe(null);
    expect(await traces(ctx, /gwen|qu[ée]m[ée]neur/i)).toEqual([]);
    expect(ctx.witness.facts).toContainEqual({ type: 'personErased', personId: person.personId });
  });

  it('lets the other modules know who she was until they are done', async () => {
    const { ctx, staff } = await office();
    const person = await anAccount(ctx, { email: 'gwenael@exemple.fr' });
    const known: string[][] = [];
    const other: PersonalData = {
      export: async () => [],
      erase: async (tx, personId) => {
        known.push(
          await tx
            .select({ email: accounts.email })
            .from(accounts)
            .where(eq(accounts.personId, personId))
            .then((rows) => rows.map((row) => row.email ?? '')),
        );
        return ['Les reçus, dix ans.'];
      },
    };
    const { kept } = unwrap(
      await execute(
        staff,
        erasePerson(() => [identityPersonalData, other]),
        { personId: person.personId },
      ),
    );
    expect(known).toEqual([['gwenael@exemple.fr']]);
    expect(kept[0]).toBe('Les reçus, dix ans.');
  });

  it('refuses oneself and the last employee', async () => {
    const { ctx, staff, employee } = await office();
    expect(await execute(staff, erasePerson(holders), { personId: employee.personId })).toMatchObject({
      reason: 'oneself',
    });
    const other = await anEmployee(ctx);
    const member = asActor(ctx, await anAccount(ctx, { roles: ['member'] }));
    expect(await execute(member, erasePerson(holders), { personId: other.personId })).toMatchObject({
      reason: 'forbidden',
    });
    expect(await execute(staff, erasePerson(holders), { personId: other.personId })).toMatchObject({ ok: true });
  });

  it('gives each person all that is held about her', async () => {
    const { ctx } = await office();
    const person = await anAccount(ctx, {
      givenName: 'Gwenaël',
      familyName: 'Quéméneur',
      email: 'gwenael@exemple.fr',
      roles: ['member'],
    });
    const sections = await identityPersonalData.export(ctx, person.personId);
    expect(sections.map((section) => section.title)).toEqual(['Identité', 'Coordonnées', 'Compte', 'Rôles']);
    expect(JSON.stringify(sections)).toContain('gwenael@exemple.fr');
  });
});

/** The rows of the hub where a text that matches is found, whatever their table. */
async function traces(ctx: Ctx, pattern: RegExp): Promise<string[]> {
  const { rows: tables } = await ctx.db.$client.query(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'hub_id'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
  );
  expect(tables.length).toBeGreaterThan(10);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await ctx.db.$client.query(
      `select row_to_json(t)::text as row from ${name} t where hub_id = essaim_hub()`,
    );
    for (const { row } of rows) if (pattern.test(row)) found.push(`${name} ${row}`);
  }
  return found;
}

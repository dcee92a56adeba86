import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { startActingFor, stopActingFor } from '../commands/act-for.ts';
import { endOtherSessions, endSession, endSessionsOf, signOut } from '../commands/end-sessions.ts';
import { endRole, grantRole } from '../commands/keep-roles.ts';
import { anAccount, anEmployee, aPerson, aSession, asActor } from '../testing/builders.ts';
import { inNewHub, later } from '../testing/test-hub.ts';
import { identifyActor } from './identify-actor.ts';
import { ownAccount } from './own-account.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

type Ctx = Awaited<ReturnType<typeof inNewHub>>;
const who = (ctx: Ctx, headers: Headers) => identifyActor({ db: ctx.db, headers, now: ctx.clock.now() });

describe('identifyActor', () => {
  it('reads roles at each request: one ended is gone at the next', async () => {
    const ctx = await inNewHub(database);
    const boss = asActor(ctx, await anEmployee(ctx));
    const account = await anAccount(ctx);
    const { headers } = await aSession(ctx, account);
    unwrap(await execute(boss, grantRole, { personId: account.personId, role: 'employee' }));
    expect((await who(ctx, headers))?.actor.roles).toEqual(new Set(['employee']));
    unwrap(await execute(boss, endRole, { personId: account.personId, role: 'employee' }));
    expect((await who(ctx, headers))?.actor.roles).toEqual(new Set());
  });

  it('ends a session after 30 days alone, and after 90 days in all cases', async () => {
    const ctx = await inNewHub(database);
    const account = await anAccount(ctx);
    const idle = await aSession(ctx, account);
    expect(await who(later(ctx, { hours: 24 * 30 - 1 }), idle.headers)).not.toBe(null);
    const used = await aSession(ctx, account);
    expect(await who(later(ctx, { hours: 24 * 30 + 1 }), used.headers)).toBe(null);
    for (let days = 20; days < 90; days += 20)
      expect(await who(later(ctx, { hours: 24 * days }), idle.headers)).not.toBe(null);
    expect(await who(later(ctx, { hours: 24 * 90 + 1 }), idle.headers)).toBe(null);
  });

  it('writes the moment of last use at most every ten minutes', async () => {
    const ctx = await inNewHub(database);
    const { headers } = await aSession(ctx, await anAccount(ctx));
    const seen = async () =>
      (await ctx.db.execute<{ at: string }>(sql`select last_seen_at::text as at from sessions`)).rows[0]?.at;
    const before = await seen();
    await who(later(ctx, { minutes: 9 }), headers);
    expect(await seen()).toBe(before);
    await who(later(ctx, { minutes: 11 }), headers);
    expect(await seen()).not.toBe(before);
  });

  it('takes a session opened over https from its host-bound cookie only', async () => {
    const ctx = await inNewHub(database);
    const { token, headers } = await aSession(ctx, await anAccount(ctx), { secure: true });
    expect(headers.get('cookie')).toMatch(/^__Host-/);
    expect(await who(ctx, headers)).not.toBe(null);
    expect(await who(ctx, new Headers({ cookie: `essaim=${token}` }))).toBe(null);
  });

  it.each(['', 'essaim=', 'essaim=x; essaim=y', `essaim=${'a'.repeat(5000)}`, 'essaim=é" or 1=1'])(
    'answers nobody for « %s »',
    async (cookie) => {
      const ctx = await inNewHub(database);
      const headers = new Headers();
      Object.defineProperty(headers, 'get', { value: () => cookie });
      expect(await who(ctx, headers)).toBe(null);
    },
  );
});

describe('ending sessions', () => {
  it('signs out this browser only', async () => {
    const ctx = await inNewHub(database);
    const account = await anAccount(ctx);
    const [here, there] = [await aSession(ctx, account), await aSession(ctx, account)];
    unwrap(await execute(ctx, signOut, { token: here.token }));
    expect(await who(ctx, here.headers)).toBe(null);
    expect(await who(ctx, there.headers)).not.toBe(null);
  });

  it('ends one’s own sessions one by one or all, and never another’s', async () => {
    const ctx = await inNewHub(database);
    const [account, other] = [await anAccount(ctx), await anAccount(ctx)];
    const [here, there, foreign] = [
      await aSession(ctx, account),
      await aSession(ctx, account),
      await aSession(ctx, other),
    ];
    const listed = (await ownAccount(ctx, account.actor, here.token))?.sessions ?? [];
    expect(listed).toHaveLength(2);
    const foreignId = (await who(ctx, foreign.headers))?.session.id ?? '';
    expect(await execute(asActor(ctx, account), endSession, { sessionId: foreignId })).toMatchObject({
      reason: 'not_found',
    });
    unwrap(await execute(asActor(ctx, account), endOtherSessions, { token: here.token }));
    expect(await who(ctx, there.headers)).toBe(null);
    expect(await who(ctx, here.headers)).not.toBe(null);
    expect(await execute(asActor(ctx, account), endOtherSessions, { token: foreign.token })).toMatchObject({
      reason: 'session_over',
    });
    unwrap(await execute(asActor(ctx, account), endSession, { sessionId: (await who(ctx, here.headers))?.session.id }));
    expect(await who(ctx, here.headers)).toBe(null);
    expect(await who(ctx, foreign.headers)).not.toBe(null);
  });

  it('lets staff end a person’s sessions, and members not', async () => {
    const ctx = await inNewHub(database);
    const [member, account] = [await anAccount(ctx, { roles: ['member'] }), await anAccount(ctx)];
    const { headers } = await aSession(ctx, account);
    expect(await execute(asActor(ctx, member), endSessionsOf, { personId: account.personId })).toMatchObject({
      reason: 'forbidden',
    });
    unwrap(await execute(asActor(ctx, await anEmployee(ctx)), endSessionsOf, { personId: account.personId }));
    expect(await who(ctx, headers)).toBe(null);
  });
});

describe('acting for someone', () => {
  it('shows in the actor and in the trail, until it is stopped or the role ends', async () => {
    const ctx = await inNewHub(database);
    const employee = await anEmployee(ctx, { email: 'camille@exemple.fr' });
    const boss = asActor(ctx, await anEmployee(ctx));
    const person = await aPerson(ctx, { givenName: 'Awa', familyName: 'Diallo' });
    const { token, headers } = await aSession(ctx, employee);
    unwrap(await execute(asActor(ctx, employee), startActingFor, { token, personId: person.personId }));
    const actor = (await who(ctx, headers))?.actor;
    expect(actor?.onBehalfOf).toEqual({ personId: person.personId, name: 'Awa Diallo' });
    unwrap(await execute({ ...ctx, actor: actor ?? null }, stopActingFor, { token }));
    const { rows } = await ctx.db.execute(
      sql`select behalf_of_id from audit_entries where command = 'identity.stop-acting-for'`,
    );
    expect(rows).toEqual([{ behalf_of_id: person.personId }]);
    expect((await who(ctx, headers))?.actor.onBehalfOf).toBeUndefined();
    unwrap(await execute(asActor(ctx, employee), startActingFor, { token, personId: person.personId }));
    unwrap(await execute(boss, endRole, { personId: employee.personId, role: 'employee' }));
    expect((await who(ctx, headers))?.actor.onBehalfOf).toBeUndefined();
  });

  it('is for staff', async () => {
    const ctx = await inNewHub(database);
    const member = await anAccount(ctx, { roles: ['member'] });
    const { token } = await aSession(ctx, member);
    const person = await aPerson(ctx);
    expect(await execute(asActor(ctx, member), startActingFor, { token, personId: person.personId })).toMatchObject({
      reason: 'forbidden',
    });
  });
});

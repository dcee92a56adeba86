import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { identifyActor } from '../queries/identify-actor.ts';
import { anAccount, anEmployee, aPerson, asActor } from '../testing/builders.ts';
import { mailed, mailedCode, mailedToken } from '../testing/mailed.ts';
import { arrival, inNewHub, later, site } from '../testing/test-hub.ts';
import { createFirstSignInLink } from './create-first-sign-in-link.ts';
import { invitePerson } from './invite-person.ts';
import { issueSignInLink } from './issue-sign-in-link.ts';
import { requestSignInLink } from './request-sign-in-link.ts';
import { useSignInCode, useSignInLink } from './use-sign-in-link.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const hubContext = () => inNewHub(database);

/** What the page does, then what the job does. */
async function ask(ctx: Awaited<ReturnType<typeof hubContext>>, email: string, nextPath?: string): Promise<string> {
  const { browserSecret } = unwrap(await execute(ctx, requestSignInLink, { email, nextPath, ...site }));
  const sent = ctx.witness.jobs.findLast((job) => job.name === 'identity.send-sign-in-link');
  await execute(ctx, issueSignInLink, sent?.payload);
  return browserSecret;
}

async function sessionCount(ctx: Context): Promise<number> {
  const { rows } = await ctx.db.execute<{ count: number }>(sql`select count(*)::int as count from sessions`);
  return rows[0]?.count ?? -1;
}

describe('requestSignInLink', () => {
  it('does the same for a known and an unknown address, and mails the known one only', async () => {
    const ctx = await hubContext();
    await anAccount(ctx, { email: 'maelle@exemple.fr' });
    const known = await execute(ctx, requestSignInLink, { email: ' Maelle@Exemple.fr ', ...site });
    const unknown = await execute(ctx, requestSignInLink, { email: 'inconnue@exemple.fr', ...site });
    expect(Object.keys(unwrap(known))).toEqual(Object.keys(unwrap(unknown)));
    const asked = ctx.witness.jobs.filter((job) => job.name === 'identity.send-sign-in-link');
    expect(asked).toHaveLength(2);
    for (const job of asked) await execute(ctx, issueSignInLink, job.payload);
    expect((await mailed(ctx)).map((letter) => letter.recipient)).toEqual(['maelle@exemple.fr']);
  });

  it('mails once when the job runs twice', async () => {
    const ctx = await hubContext();
    await anAccount(ctx, { email: 'maelle@exemple.fr' });
    await ask(ctx, 'maelle@exemple.fr');
    await execute(
      ctx,
      issueSignInLink,
      ctx.witness.jobs.find((job) => job.name === 'identity.send-sign-in-link')?.payload,
    );
    expect(await mailed(ctx)).toHaveLength(1);
  });

  it('keeps no secret that opens anything', async () => {
    const ctx = await hubContext();
    await anAccount(ctx, { email: 'maelle@exemple.fr' });
    const browserSecret = await ask(ctx, 'maelle@exemple.fr');
    const token = await mailedToken(ctx, 'identity.sign-in-link');
    const { rows } = await ctx.db.execute(sql`select row_to_json(l)::text as row from sign_in_links l`);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(browserSecret);
  });
});

describe('useSignInLink', () => {
  it('signs in the browser that asked, and brings it where it was going', async () => {
    const ctx = await hubContext();
    const account = await anAccount(ctx, { email: 'maelle@exemple.fr', roles: ['member'] });
    const browserSecret = await ask(ctx, 'maelle@exemple.fr', '/agenda');
    const session = unwrap(
      await useSignInLink(ctx, {
        token: await mailedToken(ctx, 'identity.sign-in-link'),
        browserSecret,
        code: null,
        arrival,
      }),
    );
    expect(session).toMatchObject({ step: 'open', personId: account.personId, nextPath: '/agenda' });
    const found = await identifyActor({
      db: ctx.db,
      headers: new Headers({ cookie: `essaim=${session.token}` }),
      now: ctx.clock.now(),
    });
    expect(found?.actor).toMatchObject({
      personId: account.personId,
      accountId: account.accountId,
      roles: new Set(['member']),
    });
  });

  it('opens one session when used twenty times at once', async () => {
    const ctx = await hubContext();
    await anAccount(ctx, { email: 'maelle@exemple.fr' });
    const browserSecret = await ask(ctx, 'maelle@exemple.fr');
    const token = await mailedToken(ctx, 'identity.sign-in-link');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => useSignInLink(ctx, { token, browserSecret, code: null, arrival })),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await sessionCount(ctx)).toBe(1);
  });

  it('asks another browser for the code, and takes it', async () => {
    const ctx = await hubContext();
    await anAccount(ctx, { email: 'maelle@exemple.fr' });
    await ask(ctx, 'maelle@exemple.fr');
    const token = await mailedToken(ctx, 'identity.sign-in-link');
    expect(await useSignInLink(ctx, { token, browserSecret: null, code: null, arrival })).toMatchObject({
      reason: 'code_needed',
    });
    expect(await useSignInLink(ctx, { token, browserSecret: 'autre', code: null, arrival })).toMatchObject({
      reason: 'code_needed',
    });
    expect(await sessionCount(ctx)).toBe(0);
    expect(
      await useSignInLink(ctx, { token, browserSecret: null, code: await mailedCode(ctx), arrival }),
    ).toMatchObject({ ok: true });
  });

  it('is lost after five wrong codes, even sent at once', async () => {
    const ctx = await hubContext();
    await anAccount(ctx, { email: 'maelle@exemple.fr' });
    const browserSecret = await ask(ctx, 'maelle@exemple.fr');
    const token = await mailedToken(ctx, 'identity.sign-in-link');
    const code = await mailedCode(ctx);
    const wrong = code === '000000' ? '000001' : '000000';
    await Promise.all(Array.from({ length: 12 }, () => useSignInCode(ctx, { browserSecret, code: wrong, arrival })));
    expect(await useSignInCode(ctx, { browserSecret, code, arrival })).toMatchObject({ reason: 'wrong_code' });
    expect(await useSignInLink(ctx, { token, browserSecret, code: null, arrival })).toMatchObject({
      reason: 'link_over',
    });
  });

  it('refuses a link used, expired, unknown, or of another hub', async () => {
    const ctx = await hubContext();
    const elsewhere = await hubContext();
    await anAccount(ctx, { email: 'maelle@exemple.fr' });
    await anAccount(elsewhere, { email: 'maelle@exemple.fr' });
    const browserSecret = await ask(ctx, 'maelle@exemple.fr');
    const token = await mailedToken(ctx, 'identity.sign-in-link');
    const tries = { token, browserSecret, code: null, arrival };
    expect(await useSignInLink(elsewhere, tries)).toMatchObject({ reason: 'link_over' });
    expect(await useSignInLink(later(ctx, { minutes: 11 }), tries)).toMatchObject({ reason: 'link_over' });
    expect(await useSignInLink(ctx, { ...tries, token: 'inconnu' })).toMatchObject({ reason: 'link_over' });
    expect(await useSignInLink(ctx, tries)).toMatchObject({ ok: true });
    expect(await useSignInLink(ctx, tries)).toMatchObject({ reason: 'link_over' });
  });

  it('keeps a session of one hub out of another', async () => {
    const ctx = await hubContext();
    const elsewhere = await hubContext();
    await anAccount(ctx, { email: 'maelle@exemple.fr' });
    const browserSecret = await ask(ctx, 'maelle@exemple.fr');
    const { token } = unwrap(await useSignInCode(ctx, { browserSecret, code: await mailedCode(ctx), arrival }));
    const headers = new Headers({ cookie: `essaim=${token}` });
    expect(await identifyActor({ db: elsewhere.db, headers, now: ctx.clock.now() })).toBe(null);
  });
});

describe('links without asking', () => {
  it('lets the first administrator in once, within a day', async () => {
    const ctx = await hubContext();
    const person = await aPerson(ctx, { roles: ['employee'] });
    const token = (await createFirstSignInLink(ctx, person.personId)).split('/').at(-1) ?? '';
    const tries = { token, browserSecret: null, code: null, arrival };
    expect(await useSignInLink(later(ctx, { hours: 25 }), tries)).toMatchObject({ reason: 'link_over' });
    expect(await useSignInLink(ctx, tries)).toMatchObject({ ok: true, value: { step: 'open' } });
    expect(await useSignInLink(ctx, tries)).toMatchObject({ reason: 'link_over' });
  });

  it('cannot be made by somebody signed in', async () => {
    const ctx = await hubContext();
    const employee = await anEmployee(ctx);
    await expect(createFirstSignInLink(asActor(ctx, employee), employee.personId)).rejects.toThrow('forbidden');
  });

  it('invites a person who has an address, and voids the invitation before', async () => {
    const ctx = await hubContext();
    const employee = await anEmployee(ctx);
    const office = asActor(ctx, employee);
    const person = await aPerson(ctx, { email: 'awa@exemple.fr' });
    unwrap(await execute(office, invitePerson, { personId: person.personId, ...site }));
    const first = await mailedToken(ctx, 'identity.invitation');
    unwrap(await execute(office, invitePerson, { personId: person.personId, ...site }));
    const second = await mailedToken(ctx, 'identity.invitation');
    expect(await useSignInLink(ctx, { token: first, browserSecret: null, code: null, arrival })).toMatchObject({
      reason: 'link_over',
    });
    expect(await useSignInLink(ctx, { token: second, browserSecret: null, code: null, arrival })).toMatchObject({
      ok: true,
    });
  });

  it('says why a person cannot be invited', async () => {
    const ctx = await hubContext();
    const office = asActor(ctx, await anEmployee(ctx, { email: 'prise@exemple.fr' }));
    const silent = await aPerson(ctx);
    const twin = await aPerson(ctx, { email: 'prise@exemple.fr' });
    expect(await execute(office, invitePerson, { personId: silent.personId, ...site })).toMatchObject({
      reason: 'no_address',
    });
    expect(await execute(office, invitePerson, { personId: twin.personId, ...site })).toMatchObject({
      reason: 'address_taken',
    });
  });
});

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { identifyActor } from '../queries/identify-actor.ts';
import { codeAt } from '../security/time-code.ts';
import { openVault } from '../security/vault.ts';
import { anAccount, anEmployee, aSession, asActor } from '../testing/builders.ts';
import { arrival, inNewHub, later } from '../testing/test-hub.ts';
import { giveSecondFactor } from './give-second-factor.ts';
import { confirmSecondFactor, startSecondFactor } from './set-up-second-factor.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { turnOffSecondFactor } from './turn-off-second-factor.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const vault = openVault('secret des essais, assez long pour en être un');
const password = 'trois abeilles au pré';
const email = 'elise@exemple.fr';

type Ctx = Awaited<ReturnType<typeof inNewHub>>;

async function withSecondFactor(ctx: Ctx) {
  const account = await anAccount(ctx, { email, password });
  const { token } = await aSession(ctx, account);
  const { secret } = unwrap(await execute(ctx, startSecondFactor(vault), { token }));
  const { recoveryCodes } = unwrap(
    await execute(ctx, confirmSecondFactor(vault), { token, code: await codeAt(secret, ctx.clock.now()) }),
  );
  return { account, secret, recoveryCodes };
}

const isIn = async (ctx: Ctx, token: string) =>
  (await identifyActor({ db: ctx.db, headers: new Headers({ cookie: `essaim=${token}` }), now: ctx.clock.now() })) !==
  null;

async function firstStep(ctx: Ctx): Promise<string> {
  const session = unwrap(await signInWithPassword(ctx, { email, password, arrival }));
  expect(session.step).toBe('give_second_factor');
  return session.token;
}

describe('the second factor', () => {
  it('opens nothing before it is given, then opens under another token', async () => {
    const ctx = await inNewHub(database);
    const { secret } = await withSecondFactor(ctx);
    const soon = later(ctx, { seconds: 60 });
    const token = await firstStep(soon);
    expect(await isIn(soon, token)).toBe(false);
    expect(await execute(soon, giveSecondFactor(vault), { token, code: '000000' })).toMatchObject({
      reason: 'wrong_code',
    });
    const given = unwrap(
      await execute(soon, giveSecondFactor(vault), { token, code: await codeAt(secret, soon.clock.now()) }),
    );
    expect(await isIn(soon, given.token)).toBe(true);
    expect(await isIn(soon, token)).toBe(false);
  });

  it('takes a code once, even from several browsers at the same moment', async () => {
    const ctx = await inNewHub(database);
    const { secret } = await withSecondFactor(ctx);
    const soon = later(ctx, { seconds: 60 });
    const tokens = await Promise.all(Array.from({ length: 4 }, () => firstStep(soon)));
    const code = await codeAt(secret, soon.clock.now());
    const answers = await Promise.all(tokens.map((token) => execute(soon, giveSecondFactor(vault), { token, code })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it('refuses the code that turned it on', async () => {
    const ctx = await inNewHub(database);
    const { secret } = await withSecondFactor(ctx);
    const token = await firstStep(ctx);
    expect(
      await execute(ctx, giveSecondFactor(vault), { token, code: await codeAt(secret, ctx.clock.now()) }),
    ).toMatchObject({ reason: 'wrong_code' });
  });

  it('takes each code of paper once', async () => {
    const ctx = await inNewHub(database);
    const { recoveryCodes } = await withSecondFactor(ctx);
    const code = recoveryCodes[0]?.toUpperCase().replaceAll('-', ' ') ?? '';
    const [first, second] = [await firstStep(ctx), await firstStep(ctx)];
    expect(await execute(ctx, giveSecondFactor(vault), { token: first, code })).toMatchObject({
      ok: true,
      value: { usedRecoveryCode: true },
    });
    expect(await execute(ctx, giveSecondFactor(vault), { token: second, code })).toMatchObject({
      reason: 'wrong_code',
    });
  });

  it('waits ten minutes at most', async () => {
    const ctx = await inNewHub(database);
    const { secret } = await withSecondFactor(ctx);
    const token = await firstStep(ctx);
    const late = later(ctx, { minutes: 11 });
    const code = await codeAt(secret, late.clock.now());
    expect(await execute(late, giveSecondFactor(vault), { token, code })).toMatchObject({ reason: 'session_over' });
  });

  it('cannot be replaced by who only gave the first', async () => {
    const ctx = await inNewHub(database);
    await withSecondFactor(ctx);
    const token = await firstStep(ctx);
    expect(await execute(ctx, startSecondFactor(vault), { token })).toMatchObject({ reason: 'already_on' });
    expect(await execute(ctx, confirmSecondFactor(vault), { token, code: '123456' })).toMatchObject({
      reason: 'already_on',
    });
  });

  it('is not readable in the database', async () => {
    const ctx = await inNewHub(database);
    const { secret, recoveryCodes } = await withSecondFactor(ctx);
    const { rows } = await ctx.db.execute(
      sql`select row_to_json(f)::text as factor, (select json_agg(c)::text from recovery_codes c) as codes from second_factors f`,
    );
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(recoveryCodes[0]);
  });

  it('is turned off by its owner only', async () => {
    const ctx = await inNewHub(database);
    const { account } = await withSecondFactor(ctx);
    const pending = await firstStep(ctx);
    expect(await execute(asActor(ctx, account), turnOffSecondFactor, { token: pending })).toMatchObject({
      reason: 'session_over',
    });
    const { token } = await aSession(ctx, account, { twoFactors: true });
    expect(await execute(asActor(ctx, account), turnOffSecondFactor, { token })).toMatchObject({ ok: true });
    expect(unwrap(await signInWithPassword(ctx, { email, password, arrival })).step).toBe('open');
  });
});

describe('staff where the hub asks a second factor', () => {
  it('sets it up before entering, and others need not', async () => {
    const ctx = await inNewHub(database);
    await anEmployee(ctx, { email, password });
    await anAccount(ctx, { email: 'membre@exemple.fr', password, roles: ['member'] });
    const strict = { ...arrival, staffNeedsSecondFactor: true };
    const staff = unwrap(await signInWithPassword(ctx, { email, password, arrival: strict }));
    expect(staff.step).toBe('set_up_second_factor');
    expect(await isIn(ctx, staff.token)).toBe(false);
    const { secret } = unwrap(await execute(ctx, startSecondFactor(vault), { token: staff.token }));
    const set = unwrap(
      await execute(ctx, confirmSecondFactor(vault), {
        token: staff.token,
        code: await codeAt(secret, ctx.clock.now()),
      }),
    );
    expect(await isIn(ctx, set.token)).toBe(true);
    expect(unwrap(await signInWithPassword(ctx, { email: 'membre@exemple.fr', password, arrival: strict })).step).toBe(
      'open',
    );
  });

  it('holds staff roles back in sessions that have none', async () => {
    const ctx = await inNewHub(database);
    const employee = await anEmployee(ctx);
    const { headers } = await aSession(ctx, employee);
    const found = await identifyActor({ db: ctx.db, headers, now: ctx.clock.now(), staffNeedsSecondFactor: true });
    expect(found?.actor.roles.has('employee')).toBe(false);
    expect(found?.session.lacksSecondFactor).toBe(true);
    const strong = await aSession(ctx, employee, { twoFactors: true });
    const open = await identifyActor({
      db: ctx.db,
      headers: strong.headers,
      now: ctx.clock.now(),
      staffNeedsSecondFactor: true,
    });
    expect(open?.actor.roles.has('employee')).toBe(true);
  });
});

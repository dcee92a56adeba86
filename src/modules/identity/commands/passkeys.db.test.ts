import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { identifyActor } from '../queries/identify-actor.ts';
import { anAuthenticator, type Authenticator } from '../testing/authenticator.ts';
import { anAccount, aSession, asActor, type BuiltAccount } from '../testing/builders.ts';
import { arrival, inNewHub, later } from '../testing/test-hub.ts';
import { addPasskey, startPasskey } from './add-passkey.ts';
import { removePasskey, renamePasskey } from './keep-passkeys.ts';
import { signInWithPasskey, startPasskeySignIn } from './sign-in-with-passkey.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

type Ctx = Awaited<ReturnType<typeof inNewHub>>;
const origin = 'https://pole.exemple.fr';
const site = { name: 'Pôle des Essais', origin };

async function register(ctx: Ctx, account: BuiltAccount, authenticator: Authenticator, from = origin) {
  const { token } = await aSession(ctx, account);
  const me = asActor(ctx, account);
  const { options } = unwrap(await execute(me, startPasskey, { token, site }));
  return execute(me, addPasskey, { token, site, name: 'Mon téléphone', response: authenticator.create(options, from) });
}

async function start(ctx: Ctx) {
  const { options, browserSecret } = unwrap(await execute(ctx, startPasskeySignIn, { site }));
  return { options: { challenge: options.challenge, rpId: options.rpId }, browserSecret };
}

describe('passkeys', () => {
  it('open a session that counts as two factors', async () => {
    const ctx = await inNewHub(database);
    const account = await anAccount(ctx, { roles: ['employee'] });
    const authenticator = anAuthenticator();
    unwrap(await register(ctx, account, authenticator));
    const { options, browserSecret } = await start(ctx);
    const strict = { ...arrival, staffNeedsSecondFactor: true };
    const response = authenticator.get(options, origin);
    const session = unwrap(await execute(ctx, signInWithPasskey, { site, browserSecret, response, arrival: strict }));
    expect(session.step).toBe('open');
    const headers = new Headers({ cookie: `essaim=${session.token}` });
    const found = await identifyActor({ db: ctx.db, headers, now: ctx.clock.now(), staffNeedsSecondFactor: true });
    expect(found?.actor.roles).toEqual(new Set(['employee']));
    expect(await execute(ctx, signInWithPasskey, { site, browserSecret, response, arrival })).toMatchObject({
      reason: 'passkey_refused',
    });
  });

  it('are refused from another site, locked, to another browser, too late, or in another hub', async () => {
    const ctx = await inNewHub(database);
    const elsewhere = await inNewHub(database);
    const account = await anAccount(ctx);
    const authenticator = anAuthenticator();
    expect(await register(ctx, account, authenticator, 'https://faux.exemple.net')).toMatchObject({
      reason: 'passkey_refused',
    });
    unwrap(await register(ctx, account, authenticator));
    const attempt = async (change: (given: Awaited<ReturnType<typeof start>>) => Promise<unknown>) =>
      expect(await change(await start(ctx))).toMatchObject({ reason: 'passkey_refused' });
    await attempt(({ options, browserSecret }) =>
      execute(ctx, signInWithPasskey, {
        site,
        browserSecret,
        arrival,
        response: authenticator.get(options, 'https://faux.exemple.net'),
      }),
    );
    await attempt(({ options, browserSecret }) =>
      execute(ctx, signInWithPasskey, {
        site,
        browserSecret,
        arrival,
        response: authenticator.get(options, origin, { unlocked: false }),
      }),
    );
    await attempt(({ options }) =>
      execute(ctx, signInWithPasskey, {
        site,
        browserSecret: 'autre',
        arrival,
        response: authenticator.get(options, origin),
      }),
    );
    await attempt(({ options, browserSecret }) =>
      execute(later(ctx, { minutes: 6 }), signInWithPasskey, {
        site,
        browserSecret,
        arrival,
        response: authenticator.get(options, origin),
      }),
    );
    await attempt(({ options, browserSecret }) =>
      execute(elsewhere, signInWithPasskey, {
        site,
        browserSecret,
        arrival,
        response: authenticator.get(options, origin),
      }),
    );
    await attempt(({ options, browserSecret }) =>
      execute(ctx, signInWithPasskey, {
        site,
        browserSecret,
        arrival,
        response: anAuthenticator().get(options, origin),
      }),
    );
  });

  it('are renamed and removed by their owner only', async () => {
    const ctx = await inNewHub(database);
    const [account, other] = [await anAccount(ctx), await anAccount(ctx)];
    unwrap(await register(ctx, account, anAuthenticator()));
    const { rows } = await ctx.db.execute<{ id: string }>(sql`select id from passkeys`);
    const passkeyId = rows[0]?.id;
    expect(await execute(asActor(ctx, other), removePasskey, { passkeyId })).toMatchObject({ reason: 'not_found' });
    expect(await execute(asActor(ctx, other), renamePasskey, { passkeyId, name: 'Volée' })).toMatchObject({
      reason: 'not_found',
    });
    unwrap(await execute(asActor(ctx, account), renamePasskey, { passkeyId, name: 'Ordinateur' }));
    unwrap(await execute(asActor(ctx, account), removePasskey, { passkeyId }));
    expect((await ctx.db.execute(sql`select 1 from passkeys`)).rows).toEqual([]);
  });

  it('are added after a fresh proof only', async () => {
    const ctx = await inNewHub(database);
    const account = await anAccount(ctx);
    const { token } = await aSession(ctx, account);
    expect(await execute(asActor(later(ctx, { minutes: 11 }), account), startPasskey, { token, site })).toMatchObject({
      reason: 'proof_needed',
    });
  });
});

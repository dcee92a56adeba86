import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { identifyActor } from '../queries/identify-actor.ts';
import { anAccount, aSession, asActor } from '../testing/builders.ts';
import { mailed } from '../testing/mailed.ts';
import { arrival, inNewHub, later, site } from '../testing/test-hub.ts';
import { setPassword } from './set-password.ts';
import { proveByPassword } from './prove-identity.ts';
import { signInWithPassword } from './sign-in-with-password.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const password = 'trois abeilles au pré';

describe('signInWithPassword', () => {
  it('opens a session for the right password only', async () => {
    const ctx = await inNewHub(database);
    await anAccount(ctx, { email: 'elise@exemple.fr', password });
    expect(await signInWithPassword(ctx, { email: ' Elise@exemple.fr', password, arrival })).toMatchObject({
      ok: true,
      value: { step: 'open' },
    });
    const wrong = await signInWithPassword(ctx, { email: 'elise@exemple.fr', password: 'quatre abeilles', arrival });
    const unknown = await signInWithPassword(ctx, { email: 'inconnue@exemple.fr', password, arrival });
    expect(wrong).toEqual(unknown);
    expect(wrong).toMatchObject({ reason: 'wrong_password' });
  });

  it('lets a person without password in by mail only', async () => {
    const ctx = await inNewHub(database);
    await anAccount(ctx, { email: 'elise@exemple.fr' });
    expect(await signInWithPassword(ctx, { email: 'elise@exemple.fr', password: '', arrival })).toMatchObject({
      reason: 'wrong_password',
    });
  });
});

describe('setPassword', () => {
  it('ends the other sessions and tells the mailbox', async () => {
    const ctx = await inNewHub(database);
    const account = await anAccount(ctx, { email: 'elise@exemple.fr' });
    const here = await aSession(ctx, account);
    const there = await aSession(ctx, account);
    expect(await setPassword(asActor(ctx, account), { token: here.token, password, ...site })).toMatchObject({
      ok: true,
    });
    const now = ctx.clock.now();
    expect(await identifyActor({ db: ctx.db, headers: here.headers, now })).not.toBe(null);
    expect(await identifyActor({ db: ctx.db, headers: there.headers, now })).toBe(null);
    expect((await mailed(ctx)).map((letter) => letter.kind)).toEqual(['identity.account-changed']);
    const { rows } = await ctx.db.execute<{ password_hash: string }>(sql`select password_hash from accounts`);
    expect(rows[0]?.password_hash).not.toContain(password);
  });

  it('asks to prove again who is there when the sign-in is old', async () => {
    const ctx = await inNewHub(database);
    const account = await anAccount(ctx, { password });
    const { token } = await aSession(ctx, account);
    const after = asActor(later(ctx, { minutes: 11 }), account);
    expect(await setPassword(after, { token, password: 'une ruche en bois', ...site })).toMatchObject({
      reason: 'proof_needed',
    });
    expect(await proveByPassword(after, { token, password: 'faux' })).toMatchObject({ reason: 'wrong_proof' });
    expect(await proveByPassword(after, { token, password })).toMatchObject({ ok: true });
    expect(await setPassword(after, { token, password: 'une ruche en bois', ...site })).toMatchObject({ ok: true });
  });

  it('refuses short and common passwords, and the person’s own name', async () => {
    const ctx = await inNewHub(database);
    const account = await anAccount(ctx, { givenName: 'Maëlle', familyName: 'Guégan' });
    const { token } = await aSession(ctx, account);
    const set = (wanted: string) => setPassword(asActor(ctx, account), { token, password: wanted, ...site });
    expect(await set('abeille')).toMatchObject({ reason: 'too_short' });
    expect(await set('motdepasse1')).toMatchObject({ reason: 'too_common' });
    expect(await set('maelleguegan')).toMatchObject({ reason: 'too_common' });
  });

  it('does nothing with the token of somebody else’s ended session', async () => {
    const ctx = await inNewHub(database);
    const account = await anAccount(ctx);
    expect(await setPassword(asActor(ctx, account), { token: 'inventé', password, ...site })).toMatchObject({
      reason: 'session_over',
    });
  });
});

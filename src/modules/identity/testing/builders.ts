import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { execute } from '#platform/command/execute.ts';
import type { Actor, CommandContext, Context, Role } from '#platform/context/context.ts';
import { accept, unwrap } from '#platform/outcome/outcome.ts';
import { beginRole } from '../commands/keep-roles.ts';
import { openAccount } from '../commands/open-account.ts';
import { openSession, type SignInMethod } from '../commands/open-session.ts';
import { insertContactPoint, insertPerson } from '../commands/register-person.ts';
import { cookieName, sessionCookieName } from '../security/cookies.ts';
import { hashPassword } from '../security/passwords.ts';
import { accounts } from '../tables.ts';

/** A person of a test, with what tests need to know of her. */
export interface BuiltPerson {
  personId: string;
  name: string;
  email: string | null;
}

export interface BuiltAccount extends BuiltPerson {
  accountId: string;
  actor: Actor;
}

const people = [
  ['Maëlle', 'Guégan'],
  ['Youssef', 'Benali'],
  ['Élise', 'Le Goff'],
  ['Thomas', 'Hervé'],
  ['Awa', 'Diallo'],
  ['Noémie', 'Château'],
] as const;

/** A person of the hub; without `email`, one that mail does not reach. */
export async function aPerson(
  ctx: Context,
  wanted: { givenName?: string; familyName?: string; email?: string; phone?: string; roles?: readonly Role[] } = {},
): Promise<BuiltPerson> {
  const [givenName, familyName] = people[Math.floor(Math.random() * people.length)] ?? people[0];
  const names = { givenName: wanted.givenName ?? givenName, familyName: wanted.familyName ?? familyName };
  const name = `${names.givenName} ${names.familyName}`.trim();
  return inWork(ctx, async (work) => {
    const personId = await insertPerson(work, { ...names, displayName: name });
    if (wanted.email) await insertContactPoint(work, personId, 'email', wanted.email, true);
    if (wanted.phone) await insertContactPoint(work, personId, 'phone', wanted.phone);
    for (const role of wanted.roles ?? []) await beginRole(work, personId, role);
    return { personId, name, email: wanted.email ?? null };
  });
}

/** A person who has an account. */
export async function anAccount(
  ctx: Context,
  wanted: { givenName?: string; familyName?: string; email?: string; password?: string; roles?: readonly Role[] } = {},
): Promise<BuiltAccount> {
  const email = wanted.email ?? `personne-${ctx.newId().slice(-12)}@exemple.fr`;
  const person = await aPerson(ctx, { ...wanted, email });
  const passwordHash = wanted.password ? await hashPassword(wanted.password) : null;
  return inWork(ctx, async (work) => {
    const account = await openAccount(work, person.personId, email);
    if (account === 'address_taken') throw new Error(`another account has ${email}`);
    if (passwordHash) await work.db.update(accounts).set({ passwordHash }).where(eq(accounts.id, account.accountId));
    const actor: Actor = {
      personId: person.personId,
      accountId: account.accountId,
      name: person.name,
      roles: new Set(wanted.roles ?? []),
    };
    return { ...person, accountId: account.accountId, actor };
  });
}

/** An employee of the hub, with an account. */
export function anEmployee(ctx: Context, wanted: Parameters<typeof anAccount>[1] = {}): Promise<BuiltAccount> {
  return anAccount(ctx, { givenName: 'Camille', familyName: 'Riou', roles: ['employee'], ...wanted });
}

/** An open session of this account: its token, and the cookie a browser would send. */
export async function aSession(
  ctx: Context,
  account: Pick<BuiltAccount, 'accountId'>,
  options: { secure?: boolean; method?: SignInMethod; twoFactors?: boolean } = {},
): Promise<{ cookie: string; token: string; headers: Headers }> {
  const secure = options.secure ?? false;
  const { token } = await inWork(ctx, (work) =>
    openSession(
      work,
      account.accountId,
      options.method ?? 'link',
      { overHttps: secure, device: 'Firefox sur Linux', staffNeedsSecondFactor: false },
      { twoFactors: options.twoFactors ?? false },
    ),
  );
  const cookie = `${cookieName(sessionCookieName, secure)}=${token}`;
  return { cookie, token, headers: new Headers({ cookie }) };
}

/** Headers of a browser where somebody who holds these roles is signed in. */
export async function signedInHeaders(ctx: Context, ...held: Role[]): Promise<Headers> {
  return (await aSession(ctx, await anAccount(ctx, { roles: held }))).headers;
}

/** The same context with somebody signed in. */
export function asActor<C extends Context>(ctx: C, account: Pick<BuiltAccount, 'actor'>): C {
  return { ...ctx, actor: account.actor };
}

/** Runs a piece of a command by itself. */
export async function inWork<Value>(ctx: Context, write: (work: CommandContext) => Promise<Value>): Promise<Value> {
  const build = command({
    name: 'test.build',
    input: z.object({}),
    allow: () => true,
    async run(work) {
      const value = await write(work);
      work.record({ subjectKind: 'test', subjectId: null, summary: 'Préparation d’un essai' });
      return accept(value);
    },
  });
  return unwrap(await execute(ctx, build, {}));
}

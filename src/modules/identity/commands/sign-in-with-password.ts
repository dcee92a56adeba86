import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { accept, refuse, type Outcome } from '#platform/outcome/outcome.ts';
import { normaliseEmail } from '../domain/email-address.ts';
import { longestPassword } from '../domain/password-rules.ts';
import { isAnyone } from '../policy.ts';
import { isPassword } from '../security/passwords.ts';
import { accounts } from '../tables.ts';
import { arrival, openSession, type Arrival, type OpenedSession } from './open-session.ts';

/**
 * Signs in by address and password. An unknown address, an account without password and a wrong password take the same
 * time and get the same answer. The slow comparison is done before the transaction, so it holds no connection.
 */
export async function signInWithPassword(
  ctx: Context,
  input: { email: string; password: string; arrival: Arrival },
): Promise<Outcome<OpenedSession, 'wrong_password' | 'invalid' | 'forbidden' | 'key_reused'>> {
  const [account] = await ctx.db
    .select({ id: accounts.id, passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.email, normaliseEmail(input.email).slice(0, 254)));
  // A very long text would only make the hash slow.
  const matches = await isPassword(account?.passwordHash ?? null, input.password.slice(0, longestPassword * 2));
  if (!account?.passwordHash || !matches) return refuse('wrong_password');
  return execute(ctx, openPasswordSession, {
    accountId: account.id,
    passwordHash: account.passwordHash,
    arrival: input.arrival,
  });
}

/** Opens the session, unless the password was changed while it was being compared. */
const openPasswordSession = command({
  name: 'identity.sign-in-with-password',
  input: z.object({ accountId: z.uuid(), passwordHash: z.string().min(1), arrival }),
  allow: isAnyone,
  async run(work, input) {
    const [account] = await work.db
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.id, input.accountId), eq(accounts.passwordHash, input.passwordHash)))
      .for('share');
    if (!account) return refuse('wrong_password');
    const session = await openSession(work, account.id, 'password', input.arrival);
    work.record({
      subjectKind: 'person',
      subjectId: session.personId,
      summary: 'Connexion par mot de passe',
      details: { device: input.arrival.device },
    });
    return accept(session);
  },
});

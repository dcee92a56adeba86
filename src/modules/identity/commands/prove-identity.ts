import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { accept, refuse, type Outcome } from '#platform/outcome/outcome.ts';
import { mayKeepOwnAccount } from '../policy.ts';
import { isPassword } from '../security/passwords.ts';
import type { Vault } from '../security/vault.ts';
import { accounts, sessions } from '../tables.ts';
import { takeSecondFactor } from './check-second-factor.ts';
import { heldSession } from '../queries/held-session.ts';

type ProofOutcome = Outcome<null, 'wrong_proof' | 'session_over' | 'invalid' | 'forbidden' | 'key_reused'>;

/** Proves again, in an open session, who is there: by the password… */
export async function proveByPassword(ctx: Context, input: { token: string; password: string }): Promise<ProofOutcome> {
  const session = await heldSession(ctx.db, input.token, ctx.clock.now());
  if (!session) return refuse('session_over');
  const [account] = await ctx.db
    .select({ hash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.id, session.accountId));
  const matches = await isPassword(account?.hash ?? null, input.password.slice(0, 300));
  if (!account?.hash || !matches) return refuse('wrong_proof');
  return execute(ctx, keepPasswordProof, { token: input.token, passwordHash: account.hash });
}

/** … or by a code of the second factor. */
export const proveByCode = (vault: Vault) =>
  command({
    name: 'identity.prove-by-code',
    input: z.object({ token: z.string().min(1).max(100), code: z.string().max(40) }),
    allow: mayKeepOwnAccount,
    async run(work, input) {
      const session = await heldSession(work.db, input.token, work.now());
      if (session?.stage !== 'open') return refuse('session_over');
      if (!(await takeSecondFactor(work, vault, session.accountId, input.code))) return refuse('wrong_proof');
      await work.db.update(sessions).set({ provedAt: work.now() }).where(eq(sessions.id, session.id));
      work.record({ subjectKind: 'person', subjectId: session.personId, summary: 'Identité confirmée par un code' });
      return accept(null);
    },
  });

const keepPasswordProof = command({
  name: 'identity.prove-by-password',
  input: z.object({ token: z.string().min(1).max(100), passwordHash: z.string().min(1) }),
  allow: mayKeepOwnAccount,
  async run(work, input) {
    const session = await heldSession(work.db, input.token, work.now());
    if (session?.stage !== 'open') return refuse('session_over');
    const [account] = await work.db
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.id, session.accountId), eq(accounts.passwordHash, input.passwordHash)));
    if (!account) return refuse('wrong_proof');
    await work.db.update(sessions).set({ provedAt: work.now() }).where(eq(sessions.id, session.id));
    work.record({
      subjectKind: 'person',
      subjectId: session.personId,
      summary: 'Identité confirmée par le mot de passe',
    });
    return accept(null);
  },
});

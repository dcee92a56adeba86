import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse, type Outcome } from '#platform/outcome/outcome.ts';
import { passwordWeakness, type PasswordWeakness } from '../domain/password-rules.ts';
import { isFreshProof } from '../domain/session-rules.ts';
import { accountChangeMail } from '../emails/account-change-mail.ts';
import { mayKeepOwnAccount } from '../policy.ts';
import { hashPassword } from '../security/passwords.ts';
import { accounts, signInLinks } from '../tables.ts';
import { endAllSessions } from './end-sessions.ts';
import { heldSession } from '../queries/held-session.ts';

/** Sets or changes one's password: all other sessions end, and the mailbox is told. The slow hash comes first. */
export async function setPassword(
  ctx: Context,
  input: { token: string; password: string; hubName: string; origin: string },
): Promise<Outcome<null, PasswordWeakness | 'session_over' | 'proof_needed' | 'invalid' | 'forbidden' | 'key_reused'>> {
  const session = await heldSession(ctx.db, input.token, ctx.clock.now());
  if (!session) return refuse('session_over');
  const personal = [
    session.personName,
    ...session.personName.split(/[\s-]/),
    session.email?.split('@')[0] ?? '',
    input.hubName,
  ];
  const weakness = passwordWeakness(input.password, personal);
  if (weakness) return refuse(weakness);
  const passwordHash = await hashPassword(input.password);
  return execute(ctx, keepPassword, { token: input.token, passwordHash, hubName: input.hubName, origin: input.origin });
}

const keepPassword = command({
  name: 'identity.set-password',
  input: z.object({
    token: z.string().min(1).max(100),
    passwordHash: z.string().min(1),
    hubName: z.string(),
    origin: z.url(),
  }),
  allow: mayKeepOwnAccount,
  async run(work, input) {
    const session = await heldSession(work.db, input.token, work.now());
    if (session?.stage !== 'open') return refuse('session_over');
    if (!isFreshProof(session.provedAt, work.now())) return refuse('proof_needed');
    await work.db
      .update(accounts)
      .set({ passwordHash: input.passwordHash, passwordChangedAt: work.now() })
      .where(eq(accounts.id, session.accountId));
    await endAllSessions(work, session.accountId, session.id);
    // A link on its way could open what the new password is meant to close.
    await work.db.delete(signInLinks).where(eq(signInLinks.accountId, session.accountId));
    if (session.email) {
      await sendMail(work, {
        kind: 'identity.account-changed',
        to: { address: session.email, name: session.personName, personId: session.personId },
        ...accountChangeMail({
          what: 'password',
          name: session.personName,
          hubName: input.hubName,
          origin: input.origin,
        }),
      });
    }
    work.record({
      subjectKind: 'person',
      subjectId: session.personId,
      summary: 'Mot de passe changé, autres sessions fermées',
    });
    return accept(null);
  },
});

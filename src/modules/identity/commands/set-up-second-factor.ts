import { randomBytes } from 'node:crypto';
import { eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { newToken } from '#platform/ids/ids.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { isFreshProof } from '../domain/session-rules.ts';
import { isAnyone } from '../policy.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { hashCode, newRecoveryCode } from '../security/secrets.ts';
import { matchingStep } from '../security/time-code.ts';
import type { Vault } from '../security/vault.ts';
import { recoveryCodes, secondFactors, sessions } from '../tables.ts';
import { heldSession, type HeldSession } from '../queries/held-session.ts';

const recoveryCodeCount = 10;
const token = z.string().min(1).max(100);

/** Prepares a secret for the authenticator application; it counts for nothing until a code of it is given. */
export const startSecondFactor = (vault: Vault) =>
  command({
    name: 'identity.start-second-factor',
    input: z.object({ token }),
    allow: isAnyone,
    async run(work, input) {
      const session = await heldSession(work.db, input.token, work.now());
      if (!session) return refuse('session_over');
      if (!isFreshProof(session.provedAt, work.now())) return refuse('proof_needed');
      // 160 bits, as RFC 4226 recommends; hexadecimal because the library takes a text.
      const secret = randomBytes(20).toString('hex').slice(0, 32);
      const values = { sealedSecret: await vault.seal(secret), createdAt: work.now(), lastStep: 0 };
      const { rowCount } = await work.db
        .insert(secondFactors)
        .values({ accountId: session.accountId, ...values })
        .onConflictDoUpdate({
          target: [secondFactors.hubId, secondFactors.accountId],
          set: values,
          setWhere: isNull(secondFactors.confirmedAt),
        });
      if (rowCount !== 1) return refuse('already_on');
      work.record({ subjectKind: 'person', subjectId: session.personId, summary: 'Second facteur en préparation' });
      return accept({ secret });
    },
  });

/** Turns the second factor on with a first code, opens a session that waited for it, and gives the codes for paper. */
export const confirmSecondFactor = (vault: Vault) =>
  command({
    name: 'identity.confirm-second-factor',
    input: z.object({ token, code: z.string().max(40) }),
    allow: isAnyone,
    async run(work, input) {
      const session = await heldSession(work.db, input.token, work.now());
      if (!session) return refuse('session_over');
      const [factor] = await work.db
        .select()
        .from(secondFactors)
        .where(eq(secondFactors.accountId, session.accountId))
        .for('update');
      if (!factor) return refuse('session_over');
      if (factor.confirmedAt) return refuse('already_on');
      const step = await matchingStep(
        await vault.open(factor.sealedSecret),
        input.code.replace(/\s/g, ''),
        factor.lastStep,
        work.now(),
      );
      if (step === null) return refuse('wrong_code');
      await work.db
        .update(secondFactors)
        .set({ confirmedAt: work.now(), lastStep: step })
        .where(eq(secondFactors.accountId, session.accountId));
      const codes = await replaceRecoveryCodes(work, session.accountId);
      const fresh = await markOpen(work, session);
      work.record({ subjectKind: 'person', subjectId: session.personId, summary: 'Second facteur activé' });
      return accept({ token: fresh, recoveryCodes: codes });
    },
  });

async function replaceRecoveryCodes(work: CommandContext, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode);
  await work.db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  await work.db
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ id: work.newId(), accountId, codeHash: hashCode(accountId, code) })));
  return codes;
}

async function markOpen(work: CommandContext, session: HeldSession): Promise<string> {
  const fresh = newToken();
  await work.db
    .update(sessions)
    .set({ stage: 'open', tokenHash: hashSecret(fresh), secondFactorAt: work.now(), lastSeenAt: work.now() })
    .where(eq(sessions.id, session.id));
  return fresh;
}

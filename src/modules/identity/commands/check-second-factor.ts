import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { hashCode, readRecoveryCode } from '../security/secrets.ts';
import { matchingStep } from '../security/time-code.ts';
import type { Vault } from '../security/vault.ts';
import { recoveryCodes, secondFactors } from '../tables.ts';

/**
 * Takes a code of the authenticator application or one kept on paper. Each opens once: the row of the second factor is
 * locked, so two browsers sending the same code at the same moment are served one after the other.
 */
export async function takeSecondFactor(
  work: CommandContext,
  vault: Vault,
  accountId: string,
  typed: string,
): Promise<'time_code' | 'recovery_code' | null> {
  const [factor] = await work.db
    .select()
    .from(secondFactors)
    .where(and(eq(secondFactors.accountId, accountId), isNotNull(secondFactors.confirmedAt)))
    .for('update');
  if (!factor) return null;
  const { rowCount } = await work.db
    .update(recoveryCodes)
    .set({ usedAt: work.now() })
    .where(
      and(
        eq(recoveryCodes.accountId, accountId),
        eq(recoveryCodes.codeHash, hashCode(accountId, readRecoveryCode(typed))),
        isNull(recoveryCodes.usedAt),
      ),
    );
  // Before the application's code: a code kept on paper must open even when the installation's secret was lost.
  if (rowCount === 1) return 'recovery_code';
  const digits = typed.replace(/\s/g, '');
  const step = await matchingStep(await vault.open(factor.sealedSecret), digits, factor.lastStep, work.now());
  if (step !== null) {
    await work.db.update(secondFactors).set({ lastStep: step }).where(eq(secondFactors.accountId, accountId));
    return 'time_code';
  }
  return null;
}

import { and, eq, gt } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { passkeyChallenges } from '../tables.ts';

const validity = Temporal.Duration.from({ minutes: 5 });
type Purpose = (typeof passkeyChallenges.$inferSelect)['purpose'];

/** Keeps the challenge given to a browser, in the place of the one before. */
export async function keepChallenge(
  work: CommandContext,
  given: { purpose: Purpose; accountId: string | null; browserSecret: string; challenge: string },
): Promise<void> {
  const browserHash = hashSecret(given.browserSecret);
  await work.db.delete(passkeyChallenges).where(eq(passkeyChallenges.browserHash, browserHash));
  await work.db.insert(passkeyChallenges).values({
    id: work.newId(),
    purpose: given.purpose,
    accountId: given.accountId,
    browserHash,
    challenge: given.challenge,
    expiresAt: work.now().add(validity),
  });
}

/** The challenge this browser was given for this purpose, which is spent by asking. */
export async function spendChallenge(
  work: CommandContext,
  purpose: Purpose,
  browserSecret: string,
): Promise<{ challenge: string; accountId: string | null } | null> {
  const [spent] = await work.db
    .delete(passkeyChallenges)
    .where(
      and(
        eq(passkeyChallenges.browserHash, hashSecret(browserSecret)),
        eq(passkeyChallenges.purpose, purpose),
        gt(passkeyChallenges.expiresAt, work.now()),
      ),
    )
    .returning({ challenge: passkeyChallenges.challenge, accountId: passkeyChallenges.accountId });
  return spent ?? null;
}

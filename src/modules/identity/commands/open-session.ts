import { and, eq, isNotNull, lte, or, isNull, gt, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { CommandContext } from '#platform/context/context.ts';
import type { Transaction } from '#platform/db/database.ts';
import { newToken } from '#platform/ids/ids.ts';
import { staffRoles } from '../policy.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { accounts, personRoles, secondFactors, sessions } from '../tables.ts';

/** How a person arrives: seen by the web, needed to open her session. */
export const arrival = z.object({
  overHttps: z.boolean(),
  device: z.string().max(100),
  /** The hub asks a second factor of its staff. */
  staffNeedsSecondFactor: z.boolean(),
});
export type Arrival = z.output<typeof arrival>;

/** What comes after the first proof. */
export type NextStep = 'open' | 'give_second_factor' | 'set_up_second_factor';

/** A session just opened; `token` is for the cookie and exists nowhere else. */
export interface OpenedSession {
  token: string;
  sessionId: string;
  personId: string;
  step: NextStep;
  /** The back office is hers: she is led there. */
  isStaff: boolean;
}

export type SignInMethod = 'link' | 'password' | 'passkey' | 'first_link';

/** Opens a session, or one that waits for the second factor. A passkey that checked its owner counts as two. */
export async function openSession(
  work: CommandContext,
  accountId: string,
  method: SignInMethod,
  arrival: Arrival,
  proof: { twoFactors: boolean } = { twoFactors: method === 'passkey' },
): Promise<OpenedSession> {
  const [account] = await work.db
    .select({ personId: accounts.personId })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (!account) throw new Error('no such account');
  const staff = await isStaff(work.db, account.personId, work.now());
  const mustHaveTwo = arrival.staffNeedsSecondFactor && staff;
  const step = proof.twoFactors ? 'open' : await nextStep(work.db, accountId, mustHaveTwo);
  const token = newToken();
  const sessionId = work.newId();
  const now = work.now();
  await work.db.insert(sessions).values({
    id: sessionId,
    accountId,
    tokenHash: hashSecret(token),
    stage: step === 'open' ? 'open' : 'pending',
    method,
    overHttps: arrival.overHttps,
    device: arrival.device,
    createdAt: now,
    lastSeenAt: now,
    provedAt: now,
    secondFactorAt: proof.twoFactors ? now : null,
  });
  await work.db
    .update(accounts)
    .set({ firstSignedInAt: now })
    .where(and(eq(accounts.id, accountId), isNull(accounts.firstSignedInAt)));
  return { token, sessionId, personId: account.personId, step, isStaff: staff };
}

async function nextStep(db: Transaction, accountId: string, mustHaveTwo: boolean): Promise<NextStep> {
  const [factor] = await db
    .select({ accountId: secondFactors.accountId })
    .from(secondFactors)
    .where(and(eq(secondFactors.accountId, accountId), isNotNull(secondFactors.confirmedAt)));
  if (factor) return 'give_second_factor';
  return mustHaveTwo ? 'set_up_second_factor' : 'open';
}

async function isStaff(db: Transaction, personId: string, now: Temporal.Instant): Promise<boolean> {
  const [held] = await db
    .select({ id: personRoles.id })
    .from(personRoles)
    .where(
      and(
        eq(personRoles.personId, personId),
        inArray(personRoles.role, [...staffRoles]),
        lte(personRoles.startsAt, now),
        or(isNull(personRoles.endsAt), gt(personRoles.endsAt, now)),
      ),
    )
    .limit(1);
  return held !== undefined;
}

import { and, eq, gt, or } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { absoluteLimit, idleLimit, pendingLimit } from '../domain/session-rules.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { accounts, persons, sessions } from '../tables.ts';

/** A session whose token is at hand, open or waiting for its second factor. */
export interface HeldSession {
  id: string;
  accountId: string;
  personId: string;
  personName: string;
  email: string | null;
  stage: 'pending' | 'open';
  provedAt: Temporal.Instant;
}

/** The live session of a token, or null. */
export async function heldSession(db: Reader, token: string, now: Temporal.Instant): Promise<HeldSession | null> {
  const [session] = await db
    .select({
      id: sessions.id,
      accountId: sessions.accountId,
      personId: accounts.personId,
      personName: persons.displayName,
      email: accounts.email,
      stage: sessions.stage,
      provedAt: sessions.provedAt,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .where(
      and(
        eq(sessions.tokenHash, hashSecret(token)),
        gt(sessions.createdAt, now.subtract(absoluteLimit)),
        gt(sessions.lastSeenAt, now.subtract(idleLimit)),
        or(eq(sessions.stage, 'open'), gt(sessions.createdAt, now.subtract(pendingLimit))),
      ),
    );
  return session ?? null;
}

import { and, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Actor, Context } from '#platform/context/context.ts';
import { heldSession } from './held-session.ts';
import { absoluteLimit, idleLimit, isFreshProof } from '../domain/session-rules.ts';
import {
  accounts,
  consents,
  contactPoints,
  erasureRequests,
  passkeys,
  persons,
  recoveryCodes,
  secondFactors,
  sessions,
} from '../tables.ts';

/** All that the page of one's own account shows. */
export type OwnAccount = NonNullable<Awaited<ReturnType<typeof ownAccount>>>;

/** The account of the actor, as her own page shows it; `token` is that of the request. */
export async function ownAccount(ctx: Context, actor: Actor, token: string) {
  const now = ctx.clock.now();
  const current = await heldSession(ctx.db, token, now);
  const [person] = await ctx.db.select().from(persons).where(eq(persons.id, actor.personId));
  const [account] = await ctx.db.select().from(accounts).where(eq(accounts.id, actor.accountId));
  if (!current || !person || !account) return null;
  const [factor] = await ctx.db
    .select({ confirmedAt: secondFactors.confirmedAt })
    .from(secondFactors)
    .where(and(eq(secondFactors.accountId, account.id), isNotNull(secondFactors.confirmedAt)));
  const [codes] = await ctx.db
    .select({ left: sql<number>`count(*)::int` })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.accountId, account.id), isNull(recoveryCodes.usedAt)));
  const [erasure] = await ctx.db
    .select({ requestedAt: erasureRequests.requestedAt })
    .from(erasureRequests)
    .where(and(eq(erasureRequests.personId, person.id), isNull(erasureRequests.handledAt)));
  return {
    person,
    email: account.email,
    hasPassword: account.passwordHash !== null,
    passwordChangedAt: account.passwordChangedAt,
    isFresh: isFreshProof(current.provedAt, now),
    secondFactorSince: factor?.confirmedAt ?? null,
    recoveryCodesLeft: codes?.left ?? 0,
    erasureAskedAt: erasure?.requestedAt ?? null,
    contactPoints: await ctx.db
      .select()
      .from(contactPoints)
      .where(eq(contactPoints.personId, person.id))
      .orderBy(contactPoints.kind, contactPoints.createdAt),
    passkeys: await ctx.db
      .select()
      .from(passkeys)
      .where(eq(passkeys.accountId, account.id))
      .orderBy(passkeys.createdAt),
    sessions: (await openSessions(ctx, account.id)).map((session) => ({
      ...session,
      isCurrent: session.id === current.id,
    })),
    consents: await ctx.db
      .select()
      .from(consents)
      .where(eq(consents.personId, person.id))
      .orderBy(desc(consents.givenAt)),
  };
}

/** The sessions of an account that are still good, last used first. */
export function openSessions(ctx: Context, accountId: string) {
  const now = ctx.clock.now();
  return ctx.db
    .select({
      id: sessions.id,
      device: sessions.device,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.accountId, accountId),
        eq(sessions.stage, 'open'),
        gt(sessions.lastSeenAt, now.subtract(idleLimit)),
        gt(sessions.createdAt, now.subtract(absoluteLimit)),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt));
}

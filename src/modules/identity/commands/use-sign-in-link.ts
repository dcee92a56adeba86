import { and, desc, eq, gt, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { execute } from '#platform/command/execute.ts';
import type { CommandContext, Context } from '#platform/context/context.ts';
import { accept, refuse, type Outcome } from '#platform/outcome/outcome.ts';
import { codeAttempts } from '../domain/session-rules.ts';
import { isAnyone } from '../policy.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { hashCode } from '../security/secrets.ts';
import { accounts, contactPoints, signInLinks } from '../tables.ts';
import { arrival, openSession, type Arrival, type OpenedSession } from './open-session.ts';

export type LinkReason = 'link_over' | 'code_needed' | 'wrong_code';
type SignedIn = OpenedSession & { nextPath: string | null };
type Link = typeof signInLinks.$inferSelect;

/** What the browser brings: the secret it got when it asked (cookie), and the code when it is another browser. */
interface Proof {
  browserSecret: string | null;
  code: string | null;
}

/**
 * Signs in by the link of a mail. In the browser that asked, the link is enough; in another one the code of the same
 * mail is asked too, so that a program that visits links gets nothing.
 */
export async function useSignInLink(
  ctx: Context,
  input: Proof & { token: string; arrival: Arrival },
): Promise<Outcome<SignedIn, LinkReason | 'invalid' | 'forbidden' | 'key_reused'>> {
  const link = await usableLink(ctx, eq(signInLinks.tokenHash, hashSecret(input.token)));
  if (!link) return refuse('link_over');
  if (isBoundElsewhere(link, input.browserSecret)) {
    if (!input.code) return refuse('code_needed');
    if (!(await isRightCode(ctx, link, input.code))) return refuse('wrong_code');
  }
  return execute(ctx, consumeLink, { linkId: link.id, arrival: input.arrival });
}

/** Signs in by the code of the mail, typed in the browser that asked for it. */
export async function useSignInCode(
  ctx: Context,
  input: { browserSecret: string; code: string; arrival: Arrival },
): Promise<Outcome<SignedIn, LinkReason | 'invalid' | 'forbidden' | 'key_reused'>> {
  const link = await usableLink(ctx, eq(signInLinks.browserHash, hashSecret(input.browserSecret)));
  if (!link || !(await isRightCode(ctx, link, input.code))) return refuse('wrong_code');
  return execute(ctx, consumeLink, { linkId: link.id, arrival: input.arrival });
}

/** Takes the link, once however many ask at the same time, and opens the session. */
const consumeLink = command({
  name: 'identity.sign-in-by-link',
  input: z.object({ linkId: z.uuid(), arrival }),
  allow: isAnyone,
  async run(work, input) {
    const [link] = await work.db
      .update(signInLinks)
      .set({ usedAt: work.now() })
      .where(and(eq(signInLinks.id, input.linkId), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, work.now())))
      .returning();
    if (!link?.accountId) return refuse('link_over');
    const session = await openSession(
      work,
      link.accountId,
      link.kind === 'first' ? 'first_link' : 'link',
      input.arrival,
    );
    if (link.kind !== 'first') await confirmMailbox(work, link.accountId, session.personId);
    work.record({
      subjectKind: 'person',
      subjectId: session.personId,
      summary: 'Connexion par lien',
      details: { device: input.arrival.device },
    });
    return accept({ ...session, nextPath: link.nextPath });
  },
});

async function usableLink(ctx: Context, which: ReturnType<typeof eq>): Promise<Link | null> {
  const [link] = await ctx.db
    .select()
    .from(signInLinks)
    .where(
      and(
        which,
        isNotNull(signInLinks.tokenHash),
        isNull(signInLinks.usedAt),
        gt(signInLinks.expiresAt, ctx.clock.now()),
        lt(signInLinks.attempts, codeAttempts),
      ),
    )
    .orderBy(desc(signInLinks.createdAt))
    .limit(1);
  return link ?? null;
}

function isBoundElsewhere(link: Link, browserSecret: string | null): boolean {
  return link.browserHash !== null && (browserSecret === null || hashSecret(browserSecret) !== link.browserHash);
}

/** Counts the try before looking at it, outside any transaction that could be undone. */
async function isRightCode(ctx: Context, link: Link, code: string): Promise<boolean> {
  const { rowCount } = await ctx.db
    .update(signInLinks)
    .set({ attempts: sql`${signInLinks.attempts} + 1` })
    .where(and(eq(signInLinks.id, link.id), lt(signInLinks.attempts, codeAttempts)));
  return rowCount === 1 && hashCode(link.id, code.replace(/\s/g, '')) === link.codeHash;
}

/** Whoever opened the message reads that mailbox. */
async function confirmMailbox(work: CommandContext, accountId: string, personId: string): Promise<void> {
  const [account] = await work.db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, accountId));
  if (!account?.email) return;
  await work.db
    .update(contactPoints)
    .set({ verifiedAt: work.now() })
    .where(
      and(
        eq(contactPoints.personId, personId),
        eq(contactPoints.kind, 'email'),
        eq(contactPoints.normalised, account.email),
        isNull(contactPoints.verifiedAt),
      ),
    );
}

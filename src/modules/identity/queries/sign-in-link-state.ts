import { and, desc, eq, gt, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { codeAttempts } from '../domain/session-rules.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { signInLinks } from '../tables.ts';

/** What the page of a link shows, and whose tries its code counts among. */
export interface SignInLinkState {
  state: 'ready' | 'code_needed' | 'over';
  target: string;
}

/** The state of a mailed link for this browser. Looking changes nothing, however often. */
export async function signInLinkState(
  ctx: Context,
  token: string,
  browserSecret: string | null,
): Promise<SignInLinkState> {
  const tokenHash = hashSecret(token);
  const [link] = await ctx.db
    .select({ email: signInLinks.email, browserHash: signInLinks.browserHash })
    .from(signInLinks)
    .where(
      and(
        eq(signInLinks.tokenHash, tokenHash),
        isNull(signInLinks.usedAt),
        gt(signInLinks.expiresAt, ctx.clock.now()),
        lt(signInLinks.attempts, codeAttempts),
      ),
    );
  if (!link) return { state: 'over', target: tokenHash };
  const isBound =
    link.browserHash === null || (browserSecret !== null && hashSecret(browserSecret) === link.browserHash);
  return { state: isBound ? 'ready' : 'code_needed', target: link.email ?? tokenHash };
}

/** The address this browser asked a link for: its code tries count with all others for that address. */
export async function addressAsked(ctx: Context, browserSecret: string): Promise<string> {
  const browserHash = hashSecret(browserSecret);
  const [link] = await ctx.db
    .select({ email: signInLinks.email })
    .from(signInLinks)
    .where(and(eq(signInLinks.browserHash, browserHash), isNotNull(signInLinks.email)))
    .orderBy(desc(signInLinks.createdAt))
    .limit(1);
  return link?.email ?? browserHash;
}

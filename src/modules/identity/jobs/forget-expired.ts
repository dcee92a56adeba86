import { lt, or, and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { job } from '#platform/jobs/job.ts';
import { absoluteLimit, idleLimit, pendingLimit } from '../domain/session-rules.ts';
import { addressChanges, passkeyChallenges, sessions, signInLinks } from '../tables.ts';

/** Each night: removes links, challenges and sessions that are over, and with them the addresses nobody has here. */
export const forgetExpired = job({
  name: 'identity.forget-expired',
  lane: 'quick',
  payload: z.object({}),
  retries: 2,
  async run(ctx) {
    const now = ctx.clock.now();
    await ctx.db.delete(signInLinks).where(lt(signInLinks.expiresAt, now.subtract({ hours: 24 })));
    await ctx.db.delete(addressChanges).where(lt(addressChanges.expiresAt, now.subtract({ hours: 24 })));
    await ctx.db.delete(passkeyChallenges).where(lt(passkeyChallenges.expiresAt, now));
    await ctx.db
      .delete(sessions)
      .where(
        or(
          lt(sessions.lastSeenAt, now.subtract(idleLimit)),
          lt(sessions.createdAt, now.subtract(absoluteLimit)),
          and(eq(sessions.stage, 'pending'), lt(sessions.createdAt, now.subtract(pendingLimit))),
        ),
      );
  },
});

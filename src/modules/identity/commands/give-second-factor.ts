import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { newToken } from '#platform/ids/ids.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { isAnyone } from '../policy.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import type { Vault } from '../security/vault.ts';
import { sessions } from '../tables.ts';
import { takeSecondFactor } from './check-second-factor.ts';
import { heldSession } from '../queries/held-session.ts';

/** Opens the session that waited for its second factor, under a new token. */
export const giveSecondFactor = (vault: Vault) =>
  command({
    name: 'identity.give-second-factor',
    input: z.object({ token: z.string().min(1).max(100), code: z.string().max(40) }),
    allow: isAnyone,
    async run(work, input) {
      const session = await heldSession(work.db, input.token, work.now());
      if (session?.stage !== 'pending') return refuse('session_over');
      const taken = await takeSecondFactor(work, vault, session.accountId, input.code);
      if (!taken) return refuse('wrong_code');
      const token = newToken();
      await work.db
        .update(sessions)
        .set({
          tokenHash: hashSecret(token),
          stage: 'open',
          secondFactorAt: work.now(),
          provedAt: work.now(),
          lastSeenAt: work.now(),
        })
        .where(eq(sessions.id, session.id));
      work.record({
        subjectKind: 'person',
        subjectId: session.personId,
        summary: taken === 'time_code' ? 'Second facteur donné' : 'Code de secours utilisé',
      });
      return accept({ token, usedRecoveryCode: taken === 'recovery_code' });
    },
  });

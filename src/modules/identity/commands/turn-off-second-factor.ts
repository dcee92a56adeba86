import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { isFreshProof } from '../domain/session-rules.ts';
import { mayKeepOwnAccount } from '../policy.ts';
import { recoveryCodes, secondFactors } from '../tables.ts';
import { heldSession } from '../queries/held-session.ts';

/** Removes the second factor and its codes for paper. */
export const turnOffSecondFactor = command({
  name: 'identity.turn-off-second-factor',
  input: z.object({ token: z.string().min(1).max(100) }),
  allow: mayKeepOwnAccount,
  async run(work, input) {
    const session = await heldSession(work.db, input.token, work.now());
    if (!session || session.stage !== 'open') return refuse('session_over');
    if (!isFreshProof(session.provedAt, work.now())) return refuse('proof_needed');
    await work.db.delete(secondFactors).where(eq(secondFactors.accountId, session.accountId));
    await work.db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, session.accountId));
    work.record({ subjectKind: 'person', subjectId: session.personId, summary: 'Second facteur désactivé' });
    return accept(null);
  },
});

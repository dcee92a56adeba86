import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { erasureRequested } from '../facts.ts';
import { mayKeepOwnAccount } from '../policy.ts';
import { erasureRequests } from '../tables.ts';

/** Asks that what is held about oneself be erased; staff answers within a month (RGPD, article 12). */
export const askErasure = command({
  name: 'identity.ask-erasure',
  input: z.object({}),
  allow: mayKeepOwnAccount,
  async run(work) {
    const personId = work.actor?.personId ?? '';
    await work.db
      .insert(erasureRequests)
      .values({ id: work.newId(), personId, requestedAt: work.now() })
      .onConflictDoNothing();
    work.publish(erasureRequested(personId));
    work.record({ subjectKind: 'person', subjectId: personId, summary: 'Effacement des données demandé' });
    return accept(null);
  },
});

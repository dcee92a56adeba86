import { inArray, and, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepMailings } from '../../policy.ts';
import { mailingReplies } from '../tables.ts';

/** Says that replies were read: they wait for nobody any more. */
export const markRepliesRead = command({
  name: 'mailing.mark-replies-read',
  input: z.object({ ids: z.array(z.uuid()).max(200) }),
  allow: mayKeepMailings,
  async run(work, { ids }) {
    const read = await work.db
      .update(mailingReplies)
      .set({ readAt: work.now(), readBy: work.actor?.name ?? '' })
      .where(and(inArray(mailingReplies.id, ids), isNull(mailingReplies.readAt)))
      .returning({ id: mailingReplies.id });
    if (read.length === 0) return refuse('nothing_chosen');
    work.record({
      subjectKind: 'mailing',
      subjectId: null,
      summary: plural(read.length, 'réponse lue', 'réponses lues'),
    });
    return accept({ count: read.length });
  },
});

import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayAnswerVisitors } from '../policy.ts';
import { contactMessages } from '../tables.ts';

/** Puts a message back among those that wait for an answer. */
export const reopenContactMessage = command({
  name: 'hub.reopen-contact-message',
  input: z.object({ id: z.uuid() }),
  allow: mayAnswerVisitors,
  async run(ctx, { id }) {
    const { rowCount } = await ctx.db
      .update(contactMessages)
      .set({ answeredAt: null, answeredBy: null })
      .where(eq(contactMessages.id, id));
    if (rowCount === 0) return refuse('unknown_message');
    ctx.record({ subjectKind: 'contact-message', subjectId: id, summary: 'Message remis parmi ceux qui attendent' });
    return accept(null);
  },
});

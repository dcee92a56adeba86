import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import type { MailingDependencies } from '../ports.ts';
import { mailingItems, mailings } from '../tables.ts';
import { lockMailing } from './saving/lock-mailing.ts';
import { planAudience, startSending } from './saving/start-sending.ts';

/**
 * Lets a mailing leave at the moment planned, without what was withdrawn since it was written; one that has nothing left
 * to tell, or that nobody would receive any more, becomes a draft again.
 */
export const sendScheduled = ({ segments }: Pick<MailingDependencies, 'segments'>) =>
  command({
    name: 'mailing.send-scheduled',
    input: z.object({
      id: z.uuid(),
      /** Its informations that everyone may not see any more, or that are cancelled. */
      withdrawn: z.array(z.object({ kind: z.string(), id: z.uuid() })).default([]),
    }),
    allow: (actor) => actor === null,
    async run(work, { id, withdrawn }) {
      const mailing = await lockMailing(work, id);
      if (mailing?.state !== 'scheduled' || !mailing.scheduledAt) return refuse('not_now');
      if (Temporal.Instant.compare(mailing.scheduledAt, work.now()) > 0) return refuse('not_now');
      const items = await work.db.select().from(mailingItems).where(eq(mailingItems.mailingId, id));
      const gone = items.filter((item) => withdrawn.some((one) => one.kind === item.kind && one.id === item.itemId));
      const isEmpty = items.length > 0 && gone.length === items.length;
      const goneIds = isEmpty ? [] : gone.map((item) => item.id);
      await work.db.delete(mailingItems).where(and(eq(mailingItems.mailingId, id), inArray(mailingItems.id, goneIds)));
      const copies = isEmpty ? 0 : await planAudience(work, segments, mailing);
      if (copies > 0) {
        await startSending(work, mailing, copies);
        return accept({ copies });
      }
      await work.db.update(mailings).set({ state: 'draft', scheduledAt: null }).where(eq(mailings.id, id));
      work.record({
        subjectKind: 'mailing',
        subjectId: id,
        summary: `« ${mailing.title} » n’est pas parti : ${isEmpty ? 'ce qu’il annonçait est retiré' : 'personne ne l’aurait reçu'}`,
      });
      return accept({ copies });
    },
  });

import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import type { MailingDependencies } from '../ports.ts';
import { mailings } from '../tables.ts';
import { lockMailing } from './saving/lock-mailing.ts';
import { planAudience, startSending } from './saving/start-sending.ts';

/** Lets a mailing leave at the moment planned; one that nobody would receive any more becomes a draft again. */
export const sendScheduled = ({ segments }: Pick<MailingDependencies, 'segments'>) =>
  command({
    name: 'mailing.send-scheduled',
    input: z.object({ id: z.uuid() }),
    allow: (actor) => actor === null,
    async run(work, { id }) {
      const mailing = await lockMailing(work, id);
      if (mailing?.state !== 'scheduled' || !mailing.scheduledAt) return refuse('not_now');
      if (Temporal.Instant.compare(mailing.scheduledAt, work.now()) > 0) return refuse('not_now');
      const copies = await planAudience(work, segments, mailing);
      if (copies > 0) {
        await startSending(work, mailing, copies);
        return accept({ copies });
      }
      await work.db.update(mailings).set({ state: 'draft', scheduledAt: null }).where(eq(mailings.id, id));
      work.record({
        subjectKind: 'mailing',
        subjectId: id,
        summary: `« ${mailing.title} » n’est pas parti : personne ne l’aurait reçu`,
      });
      return accept({ copies });
    },
  });

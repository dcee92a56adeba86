import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { sendMail, type OutgoingMail } from '#platform/mail/send-mail.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { mayMakePapers } from '../policy.ts';
import { trainingDocuments } from '../tables.ts';

/** Sends a letter that carries papers and notes when; papers already sent leave no second time. */
export const sendPapers = (letter: OutgoingMail) =>
  command({
    name: 'training.send-papers',
    input: z.object({ traineeId: z.uuid(), paperIds: z.array(z.uuid()).min(1).max(10) }),
    allow: mayMakePapers,
    async run(work, { traineeId, paperIds }) {
      const papers = await work.db
        .select()
        .from(trainingDocuments)
        .where(inArray(trainingDocuments.id, paperIds))
        .for('update');
      const isSent = papers.every(({ sentAt }) => sentAt !== null);
      if (!isSent) {
        await sendMail(work, letter);
        await work.db
          .update(trainingDocuments)
          .set({ sentAt: work.now() })
          .where(inArray(trainingDocuments.id, paperIds));
      }
      work.record({
        subjectKind: 'trainee',
        subjectId: traineeId,
        summary: isSent ? 'Documents déjà envoyés' : `Documents envoyés : ${letter.subject}`,
      });
      return accept({ isSent: true });
    },
  });

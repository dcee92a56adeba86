import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { emailAddress } from '#modules/identity/index.ts';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayStillHear } from '#platform/mail/may-still-hear.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { confirmInterestMail } from '../emails/session-mails.ts';
import { confirmInterestPath } from '../paths.ts';
import type { TrainingDependencies } from '../ports.ts';
import { isPublicCourse, readCourse } from '../queries/stored-course.ts';
import { trainingInterests } from '../tables.ts';

/** Purpose of the links that confirm an interest. */
export const interestPurpose = 'training-interest';

/** Asks to hear of the next session. Counts once the mailed link was followed; a second asking sends the link again. */
export const askToBeTold = ({ links, originOf }: Pick<TrainingDependencies, 'links' | 'originOf'>) =>
  command({
    name: 'training.ask-to-be-told',
    input: z.object({
      courseId: z.uuid(),
      email: emailAddress,
      name: z.string().trim().max(120, 'Ce nom tient en 120 caractères.').default(''),
    }),
    allow: () => true,
    async run(work, { courseId, email, name }) {
      const course = await readCourse(work.db, courseId);
      if (!course || !isPublicCourse(course)) return refuse('not_found');
      await work.db
        .insert(trainingInterests)
        .values({ id: work.newId(), courseId, email, name, askedAt: work.now() })
        .onConflictDoNothing();
      const [interest] = await work.db
        .select()
        .from(trainingInterests)
        .where(and(eq(trainingInterests.courseId, courseId), eq(trainingInterests.email, email)));
      // The same answer for an address already there: nobody learns who is on the list.
      if (interest && interest.confirmedAt === null) {
        const secret = links.write(interestPurpose, work.hubId, interest.id);
        const href = `${await originOf(work.hubId)}${confirmInterestPath(secret)}`;
        const mail = confirmInterestMail(email, course, href);
        if (await mayStillHear(work, { address: email, kind: mail.kind })) await sendMail(work, mail);
      }
      work.record({
        subjectKind: 'course',
        subjectId: courseId,
        summary: `Quelqu’un veut être prévenu de « ${course.title} »`,
      });
      return accept(null);
    },
  });

/** The address is hers: she will be told. */
export const confirmInterest = command({
  name: 'training.confirm-interest',
  input: z.object({ id: z.uuid() }),
  allow: () => true,
  async run(work, { id }) {
    const [interest] = await work.db.select().from(trainingInterests).where(eq(trainingInterests.id, id)).for('update');
    if (!interest) return refuse('not_found');
    if (interest.confirmedAt === null)
      await work.db.update(trainingInterests).set({ confirmedAt: work.now() }).where(eq(trainingInterests.id, id));
    work.record({ subjectKind: 'course', subjectId: interest.courseId, summary: 'Demande d’être prévenu confirmée' });
    return accept({ courseId: interest.courseId });
  },
});

/** She does not wish to be told any more. */
export const forgetInterest = command({
  name: 'training.forget-interest',
  input: z.object({ id: z.uuid() }),
  allow: () => true,
  async run(work, { id }) {
    const [gone] = await work.db.delete(trainingInterests).where(eq(trainingInterests.id, id)).returning();
    if (!gone) return refuse('not_found');
    work.record({ subjectKind: 'course', subjectId: gone.courseId, summary: 'Demande d’être prévenu retirée' });
    return accept({ courseId: gone.courseId });
  },
});

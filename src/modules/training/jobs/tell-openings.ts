import { and, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import { job } from '#platform/jobs/job.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { lockSession } from '../commands/saving/locked.ts';
import { isHeld } from '../domain/session-states.ts';
import { openingMail } from '../emails/session-mails.ts';
import { sessionPath } from '../paths.ts';
import { mayMakePapers } from '../policy.ts';
import type { TrainingDependencies } from '../ports.ts';
import { isPublicCourse, readCourse } from '../queries/stored-course.ts';
import { trainingInterests } from '../tables.ts';
import { openingsJob } from './names.ts';

type Links = Pick<TrainingDependencies, 'originOf'>;

/** Tells those who asked for it that a session opened, once; their address is then forgotten. */
export const tellInterested = ({ originOf }: Links) =>
  command({
    name: 'training.tell-interested',
    input: z.object({ sessionId: z.uuid() }),
    allow: mayMakePapers,
    async run(work, { sessionId }) {
      const session = await lockSession(work.db, sessionId);
      const course = session && (await readCourse(work.db, session.courseId));
      if (!session || !course || !isHeld(session.state) || session.isPrivate || !isPublicCourse(course))
        return refuse('not_possible_now');
      const href = `${await originOf(work.hubId)}${sessionPath(course.slug, session.slug)}`;
      const told = await work.db
        .delete(trainingInterests)
        .where(and(eq(trainingInterests.courseId, course.id), isNotNull(trainingInterests.confirmedAt)))
        .returning();
      for (const { email, name } of told)
        await sendMail(work, openingMail({ email, name, personId: null }, session, course, href));
      work.record({
        subjectKind: 'course',
        subjectId: course.id,
        summary: `${plural(told.length, 'personne prévenue', 'personnes prévenues')} de l’ouverture d’une session`,
      });
      return accept({ count: told.length });
    },
  });

/** Runs it outside the request. */
export const tellOpenings = (deps: Links) =>
  job({
    ...openingsJob,
    async run(ctx, input) {
      await execute(ctx, tellInterested(deps), input);
    },
  });

import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import { job } from '#platform/jobs/job.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { surveyPurpose } from '../commands/answer-survey.ts';
import { surveyMoments } from '../domain/survey.ts';
import { surveyMail } from '../emails/session-mails.ts';
import { surveyPath } from '../paths.ts';
import { mayMakePapers } from '../policy.ts';
import type { TrainingDependencies } from '../ports.ts';
import { readCourse } from '../queries/stored-course.ts';
import { attendancesOf, enrolledOf } from '../queries/trainees.ts';
import { readTrainingSettings } from '../queries/training-settings.ts';
import { trainingSurveyLinks } from '../tables.ts';
import { lockSession } from '../commands/saving/locked.ts';
import { surveysJob } from './names.ts';

type Links = Pick<TrainingDependencies, 'links' | 'originOf'>;

/** Asks each person who came and left an address what she thought; nobody is asked twice for the same moment. */
export const askSurvey = ({ links, originOf }: Links) =>
  command({
    name: 'training.ask-survey',
    input: z.object({ sessionId: z.uuid(), moment: z.enum(surveyMoments) }),
    allow: mayMakePapers,
    async run(work, { sessionId, moment }) {
      const session = await lockSession(work.db, sessionId);
      const course = session && (await readCourse(work.db, session.courseId));
      if (!session || !course || session.state !== 'finished') return refuse('not_possible_now');
      const { coldAfterMonths: months } = await readTrainingSettings(work.db);
      const origin = await originOf(work.hubId);
      const ids = session.halfDays.map(({ id }) => id);
      const came = new Set(
        (await attendancesOf(work.db, ids)).filter(({ minutes }) => minutes > 0).map(({ traineeId }) => traineeId),
      );
      const asked = await work.db
        .select()
        .from(trainingSurveyLinks)
        .where(eq(trainingSurveyLinks.sessionId, sessionId));
      const already = new Set(asked.filter((link) => link.moment === moment).map(({ traineeId }) => traineeId));
      let count = 0;
      for (const trainee of await enrolledOf(work.db, sessionId)) {
        if (!trainee.email || !came.has(trainee.id) || already.has(trainee.id)) continue;
        const id = work.newId();
        await work.db
          .insert(trainingSurveyLinks)
          .values({ id, sessionId, traineeId: trainee.id, moment, askedAt: work.now() });
        const href = `${origin}${surveyPath(links.write(surveyPurpose, work.hubId, id))}`;
        await sendMail(work, surveyMail({ ...trainee, email: trainee.email }, course, { href, moment, months }));
        count += 1;
      }
      work.record({
        subjectKind: 'training-session',
        subjectId: sessionId,
        summary: `Évaluation demandée à ${plural(count, 'personne')}`,
        details: { moment },
      });
      return accept({ count });
    },
  });

/** Runs it outside the request. */
export const askSurveys = (deps: Links) =>
  job({
    ...surveysJob,
    async run(ctx, input) {
      await execute(ctx, askSurvey(deps), input);
    },
  });

import { eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { surveyMoments, type SurveyAnswer, type SurveyMoment } from '../domain/survey.ts';
import { trainingSurveyAnswers, trainingSurveyLinks } from '../tables.ts';

/** What was asked and answered of one session at one moment. */
export interface SessionSurvey {
  moment: SurveyMoment;
  asked: number;
  answered: number;
  answers: readonly (readonly SurveyAnswer[])[];
}

/** The surveys of a session that were sent, hot first. */
export async function surveysOf(db: Reader, sessionId: string): Promise<SessionSurvey[]> {
  const [links, answers] = await Promise.all([
    db.select().from(trainingSurveyLinks).where(eq(trainingSurveyLinks.sessionId, sessionId)),
    db.select().from(trainingSurveyAnswers).where(eq(trainingSurveyAnswers.sessionId, sessionId)),
  ]);
  return surveyMoments.flatMap((moment) => {
    const asked = links.filter((link) => link.moment === moment);
    const given = answers.filter((one) => one.moment === moment).map((one) => one.answers);
    if (asked.length === 0 && given.length === 0) return [];
    return [{ moment, asked: asked.length, answered: given.length, answers: given }];
  });
}

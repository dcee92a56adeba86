import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { questionKinds, type SurveyAnswer } from '../domain/survey.ts';
import { trainingSurveyAnswers, trainingSurveyLinks } from '../tables.ts';

/** Purpose of the links by which trainees answer. */
export const surveyPurpose = 'training-survey';

const answer = z
  .object({
    question: z.string().min(1).max(200),
    kind: z.enum(questionKinds),
    value: z.union([z.int().min(0).max(5), z.string().trim().max(2000, 'Cette réponse tient en 2 000 caractères.')]),
  })
  .refine(({ kind, value }) => (kind === 'words') === (typeof value === 'string'))
  .refine(({ kind, value }) => kind !== 'yes_no' || value === 0 || value === 1)
  .refine(({ kind, value }) => kind !== 'scale' || (typeof value === 'number' && value >= 1));

/** Keeps what someone thought, without her name; her link then says that she answered and nothing else. */
export const answerSurvey = command({
  name: 'training.answer-survey',
  input: z.object({ linkId: z.uuid(), answers: z.array(answer).max(20) }),
  allow: () => true,
  async run(work, { linkId, answers }) {
    const [link] = await work.db
      .select()
      .from(trainingSurveyLinks)
      .where(eq(trainingSurveyLinks.id, linkId))
      .for('update');
    if (!link) return refuse('not_found');
    if (link.answeredAt) return refuse('already_answered');
    const given = answers.filter(({ value }) => value !== '') as SurveyAnswer[];
    if (given.length === 0) return refuse('nothing_answered');
    // The day, not the moment: the hour would tell who answered.
    const answeredAt = work.now().toZonedDateTimeISO(work.zone).startOfDay().toInstant();
    await work.db.update(trainingSurveyLinks).set({ answeredAt }).where(eq(trainingSurveyLinks.id, linkId));
    await work.db
      .insert(trainingSurveyAnswers)
      .values({ id: randomUUID(), sessionId: link.sessionId, moment: link.moment, answers: given });
    work.record({
      subjectKind: 'training-session',
      subjectId: link.sessionId,
      summary: 'Une évaluation de formation a été reçue',
    });
    return accept(null);
  },
});

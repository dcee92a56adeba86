import { askToBeTold } from '#modules/training/commands/interests.ts';
import { answerSurvey } from '#modules/training/commands/answer-survey.ts';
import { noteAttendance } from '#modules/training/commands/note-attendance.ts';
import { setTrainingSettings } from '#modules/training/commands/set-training-settings.ts';
import { askSurvey } from '#modules/training/jobs/ask-surveys.ts';
import { readSession } from '#modules/training/queries/stored-session.ts';
import { aCourse, anOpenSession, aTrainee, aTrainer } from '#modules/training/testing/builders.ts';
import { trainingSurveyLinks } from '#modules/training/tables.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { newToken } from '#platform/ids/ids.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openSignedIds } from '#platform/secrets/signed-ids.ts';
import type { TestHub } from '#tests/support/app.ts';

/** What trainings left in a hub. */
export interface FilledTraining {
  course: string;
  courseSlug: string;
  /** Over, with its proofs. */
  session: string;
  sessionSlug: string;
  trainee: string;
  halfDay: string;
  trainer: string;
}

/** A course, a finished session with papers and answers, who waits for the next one. `words` in every free text. */
export async function fillTraining(
  hub: TestHub,
  ctx: Context,
  employee: string,
  words: string,
): Promise<FilledTraining> {
  const deps = { links: openSignedIds(newToken()), originOf: async () => hub.origin };
  const letters =
    words
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '')
      .slice(0, 20) || 'essai';
  const line = words.slice(0, 120);
  const texts = { brief: line, objectives: words, prerequisites: line, public: line, programme: words, method: words };
  const more = { means: words, assessment: words, accessibility: line, accessibilityContact: line, priceNote: line };
  const course = await aCourse(ctx, {
    title: line,
    ...texts,
    ...more,
    prices: [{ label: words.slice(0, 80), cents: 4000 }],
  });
  const trainer = await aTrainer(ctx, { name: line, qualification: words.slice(0, 300) });
  const day = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().subtract({ days: 3 }).toString();
  const halfDays = [{ heldOn: day, startsAt: '09:00', endsAt: '12:30', place: line, topic: line, trainers: [trainer] }];
  const partners = [{ name: line }];
  const session = await anOpenSession(ctx, course.id, {
    isConfirmed: true,
    halfDays,
    placeNote: line,
    funder: line,
    partners,
    note: words,
  });
  const trainee = await aTrainee(ctx, session, {
    name: line,
    email: `stagiaire@${letters}.example`,
    phone: '06 39 98 11 22',
    organizationName: line,
    municipality: line,
    funder: line,
  });
  const kept = await readSession(ctx.db, session);
  const [halfDay = ''] = (kept?.halfDays ?? []).map(({ id }) => id);
  const present = [{ halfDayId: halfDay, traineeId: trainee }];
  unwrap(await execute(ctx, noteAttendance, { sessionId: session, halfDayIds: [halfDay], present, act: 'close' }));
  await hub.post(`/gestion/formations/sessions/${session}/documents`, {}, employee);
  unwrap(await execute(ctx, askSurvey(deps), { sessionId: session, moment: 'hot' }));
  const [link] = await ctx.db.select().from(trainingSurveyLinks);
  const answers = [{ question: words.slice(0, 200), kind: 'words', value: words }];
  if (link) unwrap(await execute({ ...ctx, actor: null }, answerSurvey, { linkId: link.id, answers }));
  unwrap(
    await execute({ ...ctx, actor: null }, askToBeTold(deps), {
      courseId: course.id,
      email: `curieuse@${letters}.example`,
      name: line,
    }),
  );
  const settings = {
    nda: '53350000035',
    representative: line,
    representativeRole: line,
    vatWords: line,
    withdrawalWords: line,
    paymentWords: line,
  };
  const questions = [{ text: words.slice(0, 200), kind: 'words' }];
  unwrap(
    await execute(ctx, setTrainingSettings, {
      version: 0,
      ...settings,
      hotQuestions: questions,
      coldQuestions: questions,
      coldAfterMonths: 3,
      keptYears: 5,
    }),
  );
  return {
    course: course.id,
    courseSlug: course.slug,
    session,
    sessionSlug: kept?.slug ?? '',
    trainee,
    halfDay,
    trainer,
  };
}

import { and, isNull, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import { job } from '#platform/jobs/job.ts';
import { accept } from '#platform/outcome/outcome.ts';
import type { TrainingDependencies } from '../ports.ts';
import { readTrainingSettings } from '../queries/training-settings.ts';
import { trainingInterests, trainingTrainees } from '../tables.ts';
import { askSurvey } from './ask-surveys.ts';

/** How long an interest waits for its mailed link to be followed. */
const unconfirmedFor = { hours: 24 * 7 } as const;

/** Trainees of sessions held before this day may be forgotten: until the end of their year, and as many years after it. */
function keptSince(now: Temporal.ZonedDateTime, keptYears: number): string {
  return Temporal.PlainDate.from({ year: now.year - keptYears, month: 1, day: 1 }).toString();
}

/** Forgets interests that were never confirmed, and the ways to reach trainees once the papers need no longer be kept. */
export const forgetOldTraining = command({
  name: 'training.forget-old',
  input: z.object({}),
  allow: (actor) => actor === null,
  async run(work) {
    const { keptYears } = await readTrainingSettings(work.db);
    const limit = keptSince(work.now().toZonedDateTimeISO(work.zone), keptYears);
    const interests = await work.db
      .delete(trainingInterests)
      .where(
        and(isNull(trainingInterests.confirmedAt), lt(trainingInterests.askedAt, work.now().subtract(unconfirmedFor))),
      )
      .returning();
    const trainees = await work.db
      .update(trainingTrainees)
      .set({ email: null, phone: null, registrationId: null })
      .where(
        and(
          sql`(${trainingTrainees.email} is not null or ${trainingTrainees.phone} is not null)`,
          sql`(select max(h.held_on) from training_half_days h where h.hub_id = ${trainingTrainees.hubId} and h.session_id = ${trainingTrainees.sessionId}) < ${limit}::date`,
        ),
      )
      .returning({ id: trainingTrainees.id });
    work.record({
      subjectKind: 'training',
      subjectId: null,
      summary: `${plural(interests.length, 'demande oubliée', 'demandes oubliées')}, coordonnées de ${plural(trainees.length, 'stagiaire effacées', 'stagiaires effacées')}`,
    });
    return accept({ interests: interests.length, trainees: trainees.length });
  },
});

/** Each morning: asks the cold surveys that are due, and forgets what has been kept long enough. */
export const everyDay = (deps: Pick<TrainingDependencies, 'links' | 'originOf'>) =>
  job({
    name: 'training.every-day',
    lane: 'quick',
    payload: z.object({}),
    retries: 2,
    async run(ctx) {
      const { coldAfterMonths, keptYears } = await readTrainingSettings(ctx.db);
      const here = ctx.clock.now().toZonedDateTimeISO(ctx.zone);
      const limit = here.subtract({ months: coldAfterMonths }).toInstant().toString();
      const { rows } = await ctx.db.execute<{ id: string }>(sql`select s.id from training_sessions s
        where s.state = 'finished' and s.trashed_at is null and s.finished_at < ${limit}::timestamptz
          and not exists (select from training_survey_links l where l.hub_id = s.hub_id and l.session_id = s.id and l.moment = 'cold')
          and exists (select from training_survey_links l
            join training_trainees t on t.hub_id = l.hub_id and t.id = l.trainee_id and t.email is not null
            where l.hub_id = s.hub_id and l.session_id = s.id and l.moment = 'hot')
        limit 50`);
      for (const { id } of rows) await execute(ctx, askSurvey(deps), { sessionId: id, moment: 'cold' });
      // An empty night leaves no line in the trail.
      const { rows: old } = await ctx.db.execute(sql`select 1 from training_interests
        where confirmed_at is null and asked_at < ${ctx.clock.now().subtract(unconfirmedFor).toString()}::timestamptz
        union all select 1 from training_trainees t where (t.email is not null or t.phone is not null)
          and (select max(h.held_on) from training_half_days h where h.hub_id = t.hub_id and h.session_id = t.session_id)
            < ${keptSince(here, keptYears)}::date
        limit 1`);
      if (old.length > 0) await execute({ ...ctx, actor: null }, forgetOldTraining, {});
    },
  });

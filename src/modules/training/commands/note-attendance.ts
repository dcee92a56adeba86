import { eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { minutesOf, momentsOf } from '../domain/half-day.ts';
import { sessionFinished, trainingChanged } from '../facts.ts';
import { certificatesJob, papersJob, surveysJob } from '../jobs/names.ts';
import { mayHoldSession, mayRunTraining, mayTeach } from '../policy.ts';
import { trainerPersonsOf, type StoredHalfDay, type StoredSession } from '../queries/stored-session.ts';
import { attendancesOf, enrolledOf } from '../queries/trainees.ts';
import { trainingAttendances, trainingHalfDays, trainingSessions } from '../tables.ts';
import { lockSession } from './saving/locked.ts';

const pair = z.object({ halfDayId: z.uuid(), traineeId: z.uuid() });

const input = z.object({
  sessionId: z.uuid(),
  /** Half-days whose attendance is said here. */
  halfDayIds: z.array(z.uuid()).min(1).max(80),
  /** Who was there; everyone else was not. */
  present: z.array(pair).max(40_000),
  /** Those who said why they would not come. */
  excused: z.array(z.uuid()).max(500).default([]),
  /** Someone came late or left early: the minutes she was there. */
  shorter: z
    .array(pair.extend({ minutes: z.int().min(1).max(1440) }))
    .max(500)
    .default([]),
  /** `close`: the session is over; certificates leave for those who came, and only them. */
  act: z.enum(['keep', 'close']),
});

/**
 * Notes who was there. Closing ends the session: each person who came gets her certificates by a job of her own, and is
 * asked what she thought. Nobody absent is certified. What was signed on the screen stays signed.
 */
export const noteAttendance = command({
  name: 'training.note-attendance',
  input,
  allow: mayTeach,
  async run(work, { sessionId, halfDayIds, present, excused, shorter, act }) {
    const session = await lockSession(work.db, sessionId);
    if (!session || !mayHoldSession(work.actor, await trainerPersonsOf(work.db, session))) return refuse('not_found');
    if (session.state === 'cancelled' || session.state === 'draft') return refuse('not_possible_now');
    if (act === 'close' && !mayRunTraining(work.actor)) return refuse('forbidden');
    const halfDays = session.halfDays.filter(({ id }) => halfDayIds.includes(id));
    if (halfDays.length !== halfDayIds.length) return refuse('not_found');
    if (halfDays.some((halfDay) => isAhead(work, halfDay))) return refuse('not_begun');
    await writeAttendances(work, halfDays, { present, excused, shorter });
    if (act === 'close') {
      const rest = session.halfDays.filter(({ id, notedAt }) => notedAt === null && !halfDayIds.includes(id));
      if (rest.length > 0) return refuse('half_days_left');
      await close(work, session);
    }
    work.record({
      subjectKind: 'training-session',
      subjectId: sessionId,
      summary: `Présences notées pour ${plural(halfDays.length, 'demi-journée', 'demi-journées')}${act === 'close' ? ', session terminée' : ''}`,
      details: { halfDays: halfDayIds },
    });
    return accept({ id: sessionId });
  },
});

function isAhead(work: CommandContext, halfDay: StoredHalfDay): boolean {
  return Temporal.Instant.compare(momentsOf(halfDay, work.zone).starts, work.now()) > 0;
}

async function writeAttendances(
  work: CommandContext,
  halfDays: readonly StoredHalfDay[],
  { present, excused, shorter }: Pick<z.output<typeof input>, 'present' | 'excused' | 'shorter'>,
): Promise<void> {
  const key = (one: z.output<typeof pair>) => `${one.halfDayId} ${one.traineeId}`;
  const ids = halfDays.map(({ id }) => id);
  const there = new Set(present.map(key));
  const minutesSaid = new Map(shorter.map((one) => [key(one), one.minutes]));
  const before = new Map((await attendancesOf(work.db, ids)).map((one) => [key(one), one]));
  const [now, by] = [work.now(), work.actor?.name ?? ''];
  const enrolled = await enrolledOf(work.db, halfDays[0]?.sessionId ?? '');
  const rows = halfDays.flatMap((halfDay) => {
    const whole = minutesOf(halfDay, work.zone);
    return enrolled.map(({ id: traineeId }) => {
      const at = key({ halfDayId: halfDay.id, traineeId });
      const isThere = there.has(at);
      const stored = before.get(at);
      const known = stored?.state === 'present' ? stored.minutes : whole;
      return {
        halfDayId: halfDay.id,
        traineeId,
        state: isThere
          ? ('present' as const)
          : excused.includes(traineeId)
            ? ('excused' as const)
            : ('absent' as const),
        minutes: isThere ? Math.min(whole, minutesSaid.get(at) ?? known) : 0,
        signedAt: isThere ? (stored?.signedAt ?? null) : null,
        notedAt: now,
        notedBy: by,
      };
    });
  });
  if (rows.length > 0)
    await work.db
      .insert(trainingAttendances)
      .values(rows)
      .onConflictDoUpdate({
        target: [trainingAttendances.hubId, trainingAttendances.halfDayId, trainingAttendances.traineeId],
        set: {
          state: sql`excluded.state`,
          minutes: sql`excluded.minutes`,
          signedAt: sql`excluded.signed_at`,
          // A signature goes with the moment it was drawn.
          signature: sql`case when excluded.signed_at is null then '' else ${trainingAttendances.signature} end`,
          notedAt: sql`excluded.noted_at`,
          notedBy: sql`excluded.noted_by`,
        },
      });
  await work.db.update(trainingHalfDays).set({ notedAt: now, notedBy: by }).where(inArray(trainingHalfDays.id, ids));
}

async function close(work: CommandContext, session: StoredSession): Promise<void> {
  await work.db
    .update(trainingSessions)
    .set({ state: 'finished', finishedAt: session.finishedAt ?? work.now(), version: session.version + 1 })
    .where(eq(trainingSessions.id, session.id));
  const ids = session.halfDays.map(({ id }) => id);
  const noted = await attendancesOf(work.db, ids);
  for (const { id: traineeId } of await enrolledOf(work.db, session.id))
    if (noted.some((one) => one.traineeId === traineeId && one.minutes > 0))
      await work.enqueue(certificatesJob, { sessionId: session.id, traineeId });
  await work.enqueue(papersJob, { sessionId: session.id });
  await work.enqueue(surveysJob, { sessionId: session.id, moment: 'hot' });
  work.publish(sessionFinished(session.id));
  work.publish(trainingChanged());
}

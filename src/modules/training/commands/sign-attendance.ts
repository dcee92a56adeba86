import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { minutesOf, signingOpensAt } from '../domain/half-day.ts';
import { isHeld } from '../domain/session-states.ts';
import { isSignature } from '../domain/signature.ts';
import { mayHoldSession, mayTeach } from '../policy.ts';
import { trainerPersonsOf } from '../queries/stored-session.ts';
import { attendancesOf, readTrainee } from '../queries/trainees.ts';
import { trainingAttendances } from '../tables.ts';
import { lockSession } from './saving/locked.ts';

/**
 * A trainee signs for a half-day on the screen that the trainer hands her: the moment, who held the screen and what she
 * drew, if she drew, are kept.
 */
export const signAttendance = command({
  name: 'training.sign-attendance',
  input: z.object({
    sessionId: z.uuid(),
    halfDayId: z.uuid(),
    traineeId: z.uuid(),
    signature: z.string().refine(isSignature).default(''),
  }),
  allow: mayTeach,
  async run(work, { sessionId, halfDayId, traineeId, signature }) {
    const session = await lockSession(work.db, sessionId);
    if (!session || !mayHoldSession(work.actor, await trainerPersonsOf(work.db, session))) return refuse('not_found');
    const halfDay = session.halfDays.find(({ id }) => id === halfDayId);
    const trainee = await readTrainee(work.db, sessionId, traineeId);
    if (!halfDay || trainee?.state !== 'enrolled') return refuse('not_found');
    if (!isHeld(session.state)) return refuse('not_possible_now');
    if (Temporal.Instant.compare(work.now(), signingOpensAt(halfDay, work.zone)) < 0) return refuse('not_begun');
    const [stored] = (await attendancesOf(work.db, [halfDayId])).filter((one) => one.traineeId === traineeId);
    if (stored?.signedAt) return refuse('already_signed');
    const now = work.now();
    const signed = {
      state: 'present' as const,
      minutes: minutesOf(halfDay, work.zone),
      signedAt: now,
      signature,
      notedAt: now,
      notedBy: work.actor?.name ?? '',
    };
    await work.db
      .insert(trainingAttendances)
      .values({ halfDayId, traineeId, ...signed })
      .onConflictDoUpdate({
        target: [trainingAttendances.hubId, trainingAttendances.halfDayId, trainingAttendances.traineeId],
        set: signed,
      });
    work.record({
      subjectKind: 'trainee',
      subjectId: traineeId,
      summary: `Émargement à l’écran de « ${trainee.name} »`,
      details: { halfDayId, isDrawn: signature !== '' },
    });
    return accept({ signedAt: now.toString() });
  },
});

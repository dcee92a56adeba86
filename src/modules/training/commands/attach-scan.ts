import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { readStoredFile } from '#platform/stored-files/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayHoldSession, mayTeach } from '../policy.ts';
import { trainerPersonsOf } from '../queries/stored-session.ts';
import { trainingHalfDays } from '../tables.ts';
import { lockSession } from './saving/locked.ts';

/** Ties the signed and scanned sheet to a half-day, or takes it off. */
export const attachScan = command({
  name: 'training.attach-scan',
  input: z.object({ sessionId: z.uuid(), halfDayId: z.uuid(), fileId: z.uuid().nullable() }),
  allow: mayTeach,
  async run(work, { sessionId, halfDayId, fileId }) {
    const session = await lockSession(work.db, sessionId);
    if (!session || !mayHoldSession(work.actor, await trainerPersonsOf(work.db, session))) return refuse('not_found');
    if (!session.halfDays.some(({ id }) => id === halfDayId)) return refuse('not_found');
    if (fileId && !(await readStoredFile(work.db, fileId))) return refuse('not_found');
    await work.db
      .update(trainingHalfDays)
      .set({ scanFileId: fileId })
      .where(and(eq(trainingHalfDays.sessionId, sessionId), eq(trainingHalfDays.id, halfDayId)));
    work.record({
      subjectKind: 'training-session',
      subjectId: sessionId,
      summary: fileId ? 'Feuille d’émargement signée jointe' : 'Feuille d’émargement signée retirée',
    });
    return accept({ id: sessionId });
  },
});

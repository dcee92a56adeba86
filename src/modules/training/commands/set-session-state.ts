import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { RegistrationDependencies } from '#modules/registration/index.ts';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { maySessionBecome, type SessionState } from '../domain/session-states.ts';
import { trainingChanged } from '../facts.ts';
import { mayRunTraining } from '../policy.ts';
import { readCourse } from '../queries/stored-course.ts';
import type { StoredSession } from '../queries/stored-session.ts';
import { trainingSessions } from '../tables.ts';
import { noticesJob, openingsJob } from '../jobs/names.ts';
import { lockSession } from './saving/locked.ts';
import { keepSessionEvent } from './saving/session-event.ts';
import { keepSessionOffer } from './saving/session-offer.ts';
import { tellCancelled } from './saving/tell-cancelled.ts';

const acts = ['open', 'confirm', 'cancel', 'trash'] as const;

const words = {
  open: 'ouverte aux inscriptions',
  confirm: 'confirmée',
  cancel: 'annulée',
  trash: 'supprimée',
} as const;

const becomes: Readonly<Record<Exclude<(typeof acts)[number], 'trash'>, SessionState>> = {
  open: 'open',
  confirm: 'confirmed',
  cancel: 'cancelled',
};

/**
 * Opens a session to registrations, says that it takes place (each trainee gets her notice), calls it off (everyone is
 * told), or drops one that nobody joined.
 */
export const setSessionState = (registrations: RegistrationDependencies) =>
  command({
    name: 'training.set-session-state',
    input: z.object({
      id: z.uuid(),
      act: z.enum(acts),
      because: z.string().trim().max(280, 'Cette raison tient en 280 caractères.').default(''),
    }),
    allow: mayRunTraining,
    async run(work, { id, act, because }) {
      const stored = await lockSession(work.db, id);
      const course = stored && (await readCourse(work.db, stored.courseId));
      if (!stored || !course) return refuse('not_found');
      if (act === 'trash' ? await hasTrainees(work, id) : !maySessionBecome(stored.state, becomes[act]))
        return refuse(act === 'trash' ? 'has_trainees' : 'not_possible_now');
      if (act === 'open' && !stored.isPrivate && course.status !== 'published') return refuse('course_hidden');
      const now = work.now();
      const change = {
        version: stored.version + 1,
        updatedAt: now,
        ...(act === 'trash' ? { trashedAt: now } : { state: becomes[act] }),
        ...(act === 'cancel' && { cancelledBecause: because, decidedAt: now }),
        ...(act === 'confirm' && { decidedAt: now }),
      };
      await work.db.update(trainingSessions).set(change).where(eq(trainingSessions.id, id));
      const session: StoredSession = { ...stored, ...change };
      const eventId = await keepSessionEvent(work, session, course);
      await keepSessionOffer(work, registrations, { ...session, eventId }, course);
      if (act === 'cancel') await tellCancelled(work, session, course);
      if (act === 'confirm') await work.enqueue(noticesJob, { sessionId: id });
      if (act === 'open' && !session.isPrivate) await work.enqueue(openingsJob, { sessionId: id });
      work.publish(trainingChanged());
      work.record({
        subjectKind: 'training-session',
        subjectId: id,
        summary: `Session de « ${course.title} » du ${stored.halfDays[0]?.heldOn.toString() ?? ''} ${words[act]}`,
        ...(because && { details: { because } }),
      });
      return accept({ id });
    },
  });

async function hasTrainees(work: CommandContext, id: string): Promise<boolean> {
  const { rows } = await work.db.execute(sql`select 1 from training_trainees where session_id = ${id}::uuid limit 1`);
  return rows.length > 0;
}

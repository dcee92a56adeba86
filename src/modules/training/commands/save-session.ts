import { and, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import type { RegistrationDependencies } from '#modules/registration/index.ts';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { fieldMessages } from '#platform/forms/field-messages.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { inOrder } from '../domain/half-day.ts';
import { sessionFields, type SessionFields } from '../domain/session-fields.ts';
import { trainingChanged } from '../facts.ts';
import { mayRunTraining } from '../policy.ts';
import { readCourse, type StoredCourse } from '../queries/stored-course.ts';
import type { StoredSession } from '../queries/stored-session.ts';
import { trainingSessions } from '../tables.ts';
import { keepSessionOffer } from './saving/session-offer.ts';
import { lockSession } from './saving/locked.ts';
import { keepSessionEvent } from './saving/session-event.ts';
import { writeHalfDays } from './saving/write-half-days.ts';

const input = z.object({
  /** Null for a new one. */
  id: z.uuid().nullable(),
  version: z.int().positive().nullable(),
  courseId: z.uuid(),
  /** Checked by domain/session-fields.ts. */
  fields: z.unknown(),
});

/**
 * Saves a session with its half-days, and keeps its event of the agenda and its registrations in step. Refuses to move
 * or drop a half-day whose attendance was noted.
 */
export const saveSession = (registrations: RegistrationDependencies) =>
  command({
    name: 'training.save-session',
    input,
    allow: mayRunTraining,
    async run(work, { id, version, courseId, fields: raw }) {
      const parsed = sessionFields.safeParse(raw);
      if (!parsed.success) return refuse('unclear_fields', { fields: fieldMessages(parsed.error) });
      const stored = id === null ? null : await lockSession(work.db, id);
      if (id !== null && !stored) return refuse('not_found');
      if (stored?.state === 'cancelled') return refuse('session_cancelled');
      if (stored && stored.version !== version)
        return refuse('edited_meanwhile', { details: { version: stored.version } });
      const course = await readCourse(work.db, stored?.courseId ?? courseId);
      if (!course || course.trashedAt) return refuse('not_found');
      const written = await writeSession(work, registrations, stored, course, parsed.data);
      if (!written) return refuse('half_day_noted');
      work.publish(trainingChanged());
      work.record({
        subjectKind: 'training-session',
        subjectId: written.id,
        summary: `Session de « ${course.title} » du ${parsed.data.halfDays[0]?.heldOn.toString() ?? ''} ${stored ? 'modifiée' : 'préparée'}`,
      });
      return accept({ id: written.id, slug: written.slug });
    },
  });

async function writeSession(
  work: CommandContext,
  registrations: RegistrationDependencies,
  stored: StoredSession | null,
  course: StoredCourse,
  { halfDays: typed, ...fields }: SessionFields,
): Promise<StoredSession | null> {
  const now = work.now();
  const halfDays = inOrder(typed);
  const id = stored?.id ?? work.newId();
  const slug = await freeSlug(work, id, course.id, halfDays[0]?.heldOn ?? null, stored);
  const change = { ...fields, slug, updatedAt: now, version: (stored?.version ?? 0) + 1 };
  const [row] = stored
    ? await work.db.update(trainingSessions).set(change).where(eq(trainingSessions.id, id)).returning()
    : await work.db
        .insert(trainingSessions)
        .values({ ...change, id, courseId: course.id, createdAt: now })
        .returning();
  if (!row) throw new Error('the session was not written');
  const written = await writeHalfDays(work, id, stored?.halfDays ?? [], halfDays);
  if (!written) return null;
  const session = { ...row, halfDays: written };
  const eventId = await keepSessionEvent(work, session, course);
  if (eventId !== row.eventId)
    await work.db.update(trainingSessions).set({ eventId }).where(eq(trainingSessions.id, id));
  await keepSessionOffer(work, registrations, { ...session, eventId }, course);
  return { ...session, eventId };
}

/** The first day, and a number when the course has two sessions that begin that day. Public addresses stay. */
async function freeSlug(
  work: CommandContext,
  id: string,
  courseId: string,
  first: Temporal.PlainDate | null,
  stored: StoredSession | null,
): Promise<string> {
  if (stored && stored.state !== 'draft') return stored.slug;
  const wish = first?.toString() ?? id;
  const taken = await work.db
    .select({ slug: trainingSessions.slug })
    .from(trainingSessions)
    .where(and(eq(trainingSessions.courseId, courseId), ne(trainingSessions.id, id)));
  const slugs = new Set(taken.map(({ slug }) => slug));
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wish : `${wish}-${number}`;
    if (!slugs.has(slug)) return slug;
  }
}

import { and, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { trainingChanged } from '../facts.ts';
import { mayRunTraining } from '../policy.ts';
import { trainingCourses, trainingSessions } from '../tables.ts';
import { indexCourse } from './saving/index-course.ts';
import { lockCourse } from './saving/locked.ts';

const words = {
  publish: 'publiée',
  hide: 'retirée du catalogue',
  trash: 'mise à la corbeille',
  restore: 'reprise de la corbeille',
} as const;

/** Shows a course, hides it, puts it in the trash or takes it back. One with sessions to come stays. */
export const setCourseState = command({
  name: 'training.set-course-state',
  input: z.object({ id: z.uuid(), act: z.enum(['publish', 'hide', 'trash', 'restore']) }),
  allow: mayRunTraining,
  async run(work, { id, act }) {
    const stored = await lockCourse(work.db, id);
    if (!stored) return refuse('not_found');
    if (act === 'trash' || act === 'hide') {
      const [held] = await work.db
        .select({ id: trainingSessions.id })
        .from(trainingSessions)
        .where(
          and(
            eq(trainingSessions.courseId, id),
            isNull(trainingSessions.trashedAt),
            inArray(trainingSessions.state, ['open', 'confirmed']),
          ),
        )
        .limit(1);
      if (held) return refuse('has_sessions');
    }
    const now = work.now();
    const change = {
      version: stored.version + 1,
      updatedAt: now,
      ...(act === 'publish' && { status: 'published' as const, publishedAt: stored.publishedAt ?? now }),
      ...(act === 'hide' && { status: 'draft' as const }),
      ...(act === 'trash' && { trashedAt: now }),
      ...(act === 'restore' && { trashedAt: null }),
    };
    await work.db.update(trainingCourses).set(change).where(eq(trainingCourses.id, id));
    await indexCourse(work, { ...stored, ...change });
    work.publish(trainingChanged());
    work.record({ subjectKind: 'course', subjectId: id, summary: `Formation « ${stored.title} » ${words[act]}` });
    return accept({ id });
  },
});

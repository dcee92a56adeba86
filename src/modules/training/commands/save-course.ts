import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { fieldMessages } from '#platform/forms/field-messages.ts';
import { freeAddress } from '#platform/ids/free-address.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { courseFields, type CourseFields } from '../domain/course-fields.ts';
import { trainingChanged } from '../facts.ts';
import { reservedSlugs } from '../paths.ts';
import { mayRunTraining } from '../policy.ts';
import { isPublicCourse, type StoredCourse } from '../queries/stored-course.ts';
import { trainingCourses, trainingCourseSlugs } from '../tables.ts';
import { indexCourse } from './saving/index-course.ts';
import { lockCourse } from './saving/locked.ts';

const input = z.object({
  /** Null for a new one. */
  id: z.uuid().nullable(),
  /** The version the editor started from; null for a new one. */
  version: z.int().positive().nullable(),
  /** Checked by domain/course-fields.ts. */
  fields: z.unknown(),
  act: z.enum(['keep', 'publish']),
});

/**
 * Saves a course of the catalogue, new or not: kept as it stands or made public. Refuses `edited_meanwhile` when someone
 * saved it since the version given.
 */
export const saveCourse = command({
  name: 'training.save-course',
  input,
  allow: mayRunTraining,
  async run(work, { id, version, fields: raw, act }) {
    const parsed = courseFields.safeParse(raw);
    if (!parsed.success) return refuse('unclear_fields', { fields: fieldMessages(parsed.error) });
    const fields = parsed.data;
    const stored = id === null ? null : await lockCourse(work.db, id);
    if (id !== null && (!stored || stored.trashedAt)) return refuse('not_found');
    if (stored && stored.version !== version)
      return refuse('edited_meanwhile', { details: { version: stored.version } });
    const saved = stored ? await changed(work, stored, fields, act) : await added(work, fields, act);
    await indexCourse(work, saved);
    if (isPublicCourse(saved)) work.publish(trainingChanged());
    work.record({
      subjectKind: 'course',
      subjectId: saved.id,
      summary: `Formation « ${fields.title} » ${act === 'publish' ? 'publiée' : 'enregistrée'}`,
      details: { version: saved.version },
    });
    return accept({ id: saved.id, slug: saved.slug, version: saved.version, status: saved.status });
  },
});

async function added(work: CommandContext, fields: CourseFields, act: 'keep' | 'publish'): Promise<StoredCourse> {
  const [id, now] = [work.newId(), work.now()];
  const isPublic = act === 'publish';
  const [row] = await work.db
    .insert(trainingCourses)
    .values({
      ...fields,
      id,
      slug: id,
      status: isPublic ? 'published' : 'draft',
      publishedAt: isPublic ? now : null,
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  if (!row) throw new Error('the course was not written');
  const slug = await allocateSlug(work, id, fields.title);
  await work.db.update(trainingCourses).set({ slug }).where(eq(trainingCourses.id, id));
  return { ...row, slug };
}

async function changed(
  work: CommandContext,
  stored: StoredCourse,
  fields: CourseFields,
  act: 'keep' | 'publish',
): Promise<StoredCourse> {
  const status = act === 'publish' ? 'published' : stored.status;
  // Its address follows its title until someone may have kept it.
  const slug =
    stored.publishedAt === null && fields.title !== stored.title
      ? await allocateSlug(work, stored.id, fields.title)
      : stored.slug;
  const change = {
    ...fields,
    slug,
    status,
    version: stored.version + 1,
    publishedAt: status === 'published' ? (stored.publishedAt ?? work.now()) : stored.publishedAt,
    updatedAt: work.now(),
  };
  await work.db.update(trainingCourses).set(change).where(eq(trainingCourses.id, stored.id));
  return { ...stored, ...change };
}

async function allocateSlug(work: CommandContext, id: string, title: string): Promise<string> {
  return freeAddress({
    id,
    wish: title.slice(0, 70),
    otherwise: 'formation',
    reserved: reservedSlugs,
    async take(slug) {
      await work.db.insert(trainingCourseSlugs).values({ slug, courseId: id, since: work.now() }).onConflictDoNothing();
      const [owner] = await work.db
        .select({ id: trainingCourseSlugs.courseId })
        .from(trainingCourseSlugs)
        .where(eq(trainingCourseSlugs.slug, slug));
      return owner?.id ?? '';
    },
  });
}

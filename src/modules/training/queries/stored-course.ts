import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { trainingCourses, trainingCourseSlugs } from '../tables.ts';

/** A course as it is kept, of any status. */
export type StoredCourse = Omit<typeof trainingCourses.$inferSelect, 'hubId'>;

export async function readCourse(db: Reader, id: string): Promise<StoredCourse | null> {
  const [row] = await db.select().from(trainingCourses).where(eq(trainingCourses.id, id));
  return row ?? null;
}

/** The course that answers at an address, or whose address it was. */
export async function courseAt(db: Reader, slug: string): Promise<StoredCourse | null> {
  const [found] = await db
    .select({ id: trainingCourseSlugs.courseId })
    .from(trainingCourseSlugs)
    .where(eq(trainingCourseSlugs.slug, slug));
  return found ? readCourse(db, found.id) : null;
}

/** All courses out of the trash, by title. */
export async function allCourses(db: Reader): Promise<StoredCourse[]> {
  return db
    .select()
    .from(trainingCourses)
    .where(isNull(trainingCourses.trashedAt))
    .orderBy(asc(trainingCourses.title), asc(trainingCourses.id));
}

/** Courses that everyone may read, by title. */
export async function publicCourses(db: Reader): Promise<StoredCourse[]> {
  return db
    .select()
    .from(trainingCourses)
    .where(and(isNull(trainingCourses.trashedAt), eq(trainingCourses.status, 'published')))
    .orderBy(asc(trainingCourses.title), asc(trainingCourses.id));
}

/** Whether everyone may read it. */
export function isPublicCourse(course: Pick<StoredCourse, 'status' | 'trashedAt'>): boolean {
  return course.status === 'published' && course.trashedAt === null;
}

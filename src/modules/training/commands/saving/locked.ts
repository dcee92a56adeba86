import { eq } from 'drizzle-orm';
import type { Transaction } from '#platform/db/database.ts';
import type { StoredCourse } from '../../queries/stored-course.ts';
import { halfDaysOf, type StoredSession } from '../../queries/stored-session.ts';
import { trainingCourses, trainingSessions } from '../../tables.ts';

/** A course, nobody else changing it meanwhile. */
export async function lockCourse(tx: Transaction, id: string): Promise<StoredCourse | null> {
  const [row] = await tx.select().from(trainingCourses).where(eq(trainingCourses.id, id)).for('update');
  return row ?? null;
}

/** A session out of the trash, nobody else changing it meanwhile. */
export async function lockSession(tx: Transaction, id: string): Promise<StoredSession | null> {
  const [row] = await tx.select().from(trainingSessions).where(eq(trainingSessions.id, id)).for('update');
  return row && row.trashedAt === null ? { ...row, halfDays: await halfDaysOf(tx, id) } : null;
}

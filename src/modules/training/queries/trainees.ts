import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { trainingAttendances, trainingTrainees } from '../tables.ts';

export type StoredTrainee = Omit<typeof trainingTrainees.$inferSelect, 'hubId'>;
export type StoredAttendance = Omit<typeof trainingAttendances.$inferSelect, 'hubId'>;

/** Everyone of a session, those who withdrew last, by name. */
export async function traineesOf(db: Reader, sessionId: string): Promise<StoredTrainee[]> {
  return db
    .select()
    .from(trainingTrainees)
    .where(eq(trainingTrainees.sessionId, sessionId))
    .orderBy(asc(trainingTrainees.state), asc(trainingTrainees.nameKey), asc(trainingTrainees.id));
}

/** Those who are to come, or came. */
export async function enrolledOf(db: Reader, sessionId: string): Promise<StoredTrainee[]> {
  return (await traineesOf(db, sessionId)).filter(({ state }) => state === 'enrolled');
}

export async function readTrainee(db: Reader, sessionId: string, id: string): Promise<StoredTrainee | null> {
  const [row] = await db
    .select()
    .from(trainingTrainees)
    .where(and(eq(trainingTrainees.sessionId, sessionId), eq(trainingTrainees.id, id)));
  return row ?? null;
}

/** What was noted for these half-days. */
export async function attendancesOf(db: Reader, halfDayIds: readonly string[]): Promise<StoredAttendance[]> {
  if (halfDayIds.length === 0) return [];
  return db
    .select()
    .from(trainingAttendances)
    .where(inArray(trainingAttendances.halfDayId, [...halfDayIds]));
}

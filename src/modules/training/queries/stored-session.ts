import { asc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { trainingHalfDays, trainingSessions, trainingTrainers } from '../tables.ts';

export type StoredHalfDay = Omit<typeof trainingHalfDays.$inferSelect, 'hubId'>;

/** A session as it is kept, with its half-days in order. */
export type StoredSession = Omit<typeof trainingSessions.$inferSelect, 'hubId'> & { halfDays: StoredHalfDay[] };

export async function readSession(db: Reader, id: string): Promise<StoredSession | null> {
  const [row] = await db.select().from(trainingSessions).where(eq(trainingSessions.id, id));
  return row ? { ...row, halfDays: await halfDaysOf(db, id) } : null;
}

/** The session that keeps this event of the agenda, if one does. */
export async function sessionOfEvent(db: Reader, eventId: string): Promise<StoredSession | null> {
  const [row] = await db.select().from(trainingSessions).where(eq(trainingSessions.eventId, eventId));
  return row ? { ...row, halfDays: await halfDaysOf(db, row.id) } : null;
}

export async function halfDaysOf(db: Reader, sessionId: string): Promise<StoredHalfDay[]> {
  return db
    .select()
    .from(trainingHalfDays)
    .where(eq(trainingHalfDays.sessionId, sessionId))
    .orderBy(asc(trainingHalfDays.heldOn), asc(trainingHalfDays.startsAt));
}

/** The half-days of these sessions, in order, by session. */
export async function halfDaysOfSessions(
  db: Reader,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, StoredHalfDay[]>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(trainingHalfDays)
    .where(inArray(trainingHalfDays.sessionId, [...sessionIds]))
    .orderBy(asc(trainingHalfDays.heldOn), asc(trainingHalfDays.startsAt));
  return Map.groupBy(rows, ({ sessionId }) => sessionId);
}

export type StoredTrainer = Omit<typeof trainingTrainers.$inferSelect, 'hubId'>;

/** Trainers of these ids, those in the trash included: a sheet goes on naming who taught. */
export async function trainersOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, StoredTrainer>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(trainingTrainers)
    .where(inArray(trainingTrainers.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Everyone who teaches, by name. */
export async function allTrainers(db: Reader): Promise<StoredTrainer[]> {
  const rows = await db.select().from(trainingTrainers).orderBy(asc(trainingTrainers.name), asc(trainingTrainers.id));
  return rows.filter(({ trashedAt }) => trashedAt === null);
}

/** The people of the hub who teach this session. */
export async function trainerPersonsOf(db: Reader, session: StoredSession): Promise<(string | null)[]> {
  const trainers = await trainersOf(
    db,
    session.halfDays.flatMap((halfDay) => halfDay.trainers),
  );
  return [...trainers.values()].map(({ personId }) => personId);
}

/** First and last day. */
export function daysOf({ halfDays }: Pick<StoredSession, 'halfDays'>): {
  first: Temporal.PlainDate | null;
  last: Temporal.PlainDate | null;
} {
  return { first: halfDays[0]?.heldOn ?? null, last: halfDays.at(-1)?.heldOn ?? null };
}

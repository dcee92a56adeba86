import { asc } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { readyAnswers } from '../tables.ts';

export type ReadyAnswer = typeof readyAnswers.$inferSelect;

/** The answers written in advance, by name. */
export async function listReadyAnswers(db: Reader): Promise<ReadyAnswer[]> {
  return db.select().from(readyAnswers).orderBy(asc(readyAnswers.title), asc(readyAnswers.id)).limit(100);
}

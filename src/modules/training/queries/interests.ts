import { eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { trainingInterests, trainingSurveyLinks } from '../tables.ts';
import { readCourse, type StoredCourse } from './stored-course.ts';
import { readSession } from './stored-session.ts';

/** The course someone wants to hear of; null once forgotten. */
export async function courseOfInterest(db: Reader, id: string): Promise<StoredCourse | null> {
  const [interest] = await db.select().from(trainingInterests).where(eq(trainingInterests.id, id));
  return interest ? readCourse(db, interest.courseId) : null;
}

/** What a private link asks about: the course, the moment, and whether it was answered. */
export async function surveyOfLink(
  db: Reader,
  id: string,
): Promise<{ id: string; moment: 'hot' | 'cold'; isAnswered: boolean; course: StoredCourse } | null> {
  const [link] = await db.select().from(trainingSurveyLinks).where(eq(trainingSurveyLinks.id, id));
  const session = link ? await readSession(db, link.sessionId) : null;
  const course = session ? await readCourse(db, session.courseId) : null;
  return link && course ? { id: link.id, moment: link.moment, isAnswered: link.answeredAt !== null, course } : null;
}

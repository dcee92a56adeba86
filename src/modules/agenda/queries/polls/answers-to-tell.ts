import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { agendaPollAnswers, agendaPolls } from '../../tables.ts';

/** The poll of an answer whose author left an address; null when there is nobody to write to. */
export async function answerToThank(db: Reader, answerId: string): Promise<string | null> {
  const [row] = await db
    .select({ pollId: agendaPollAnswers.pollId })
    .from(agendaPollAnswers)
    .where(and(eq(agendaPollAnswers.id, answerId), ne(agendaPollAnswers.email, '')));
  return row?.pollId ?? null;
}

/** The event that a poll ended in, and who is still to be told. */
export async function answersToTell(
  db: Reader,
  pollId: string,
): Promise<{ eventId: string | null; answerIds: string[] }> {
  const [poll] = await db.select({ eventId: agendaPolls.eventId }).from(agendaPolls).where(eq(agendaPolls.id, pollId));
  const rows = await db
    .select({ id: agendaPollAnswers.id })
    .from(agendaPollAnswers)
    .where(
      and(eq(agendaPollAnswers.pollId, pollId), ne(agendaPollAnswers.email, ''), isNull(agendaPollAnswers.toldAt)),
    );
  return { eventId: poll?.eventId ?? null, answerIds: rows.map(({ id }) => id) };
}

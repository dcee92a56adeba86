import { desc, eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { agendaCalendars } from '../../tables.ts';

export type OwnCalendar = typeof agendaCalendars.$inferSelect;

export async function ownCalendar(db: Reader, id: string): Promise<OwnCalendar | null> {
  const [row] = await db.select().from(agendaCalendars).where(eq(agendaCalendars.id, id));
  return row ?? null;
}

/** Those a person made, the latest first. */
export async function calendarsOfPerson(db: Reader, personId: string): Promise<OwnCalendar[]> {
  return db
    .select()
    .from(agendaCalendars)
    .where(eq(agendaCalendars.personId, personId))
    .orderBy(desc(agendaCalendars.createdAt));
}

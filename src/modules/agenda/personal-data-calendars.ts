import { asc, eq } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { PersonalDataSection } from '#platform/contributions/module.ts';
import type { Transaction } from '#platform/db/database.ts';
import { agendaCalendars } from './tables.ts';

/** The calendars a person made for herself. */
export async function calendarEntries(ctx: Context, personId: string): Promise<PersonalDataSection['entries']> {
  const own = await ctx.db
    .select()
    .from(agendaCalendars)
    .where(eq(agendaCalendars.personId, personId))
    .orderBy(asc(agendaCalendars.createdAt));
  return own.map(({ name, question, createdAt }) => ({
    label: 'Calendrier suivi',
    value: [name, question].filter(Boolean).join(', ') || 'Tout l’agenda',
    since: createdAt,
  }));
}

export async function forgetCalendars(tx: Transaction, personId: string): Promise<void> {
  await tx.delete(agendaCalendars).where(eq(agendaCalendars.personId, personId));
}

export async function moveCalendarsTo(tx: Transaction, keptId: string, mergedId: string): Promise<void> {
  await tx.update(agendaCalendars).set({ personId: keptId }).where(eq(agendaCalendars.personId, mergedId));
}

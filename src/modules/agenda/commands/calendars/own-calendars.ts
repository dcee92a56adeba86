import { and, count, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { agendaCalendars } from '../../tables.ts';

const mostOfPerson = 20;

/** How long before a date a calendar may warn, in minutes. */
export const alarmChoices = [15, 60, 180, 1440, 2880] as const;

const input = z.object({
  name: z.string().trim().max(120, 'Ce nom tient en 120 caractères.').default(''),
  /** The question as an address of the agenda writes it. */
  question: z.string().max(500).default(''),
  hasAgenda: z.boolean(),
  hasRegistrations: z.boolean().default(false),
  alarmMinutes: z.literal(alarmChoices).nullable().default(null),
});

/** Makes a calendar of one's own: what one chose of the agenda, and what one registered for. Anyone may, without an account. */
export const openCalendar = command({
  name: 'agenda.open-calendar',
  input,
  allow: () => true,
  async run(work, wanted) {
    const personId = work.actor?.personId ?? null;
    if (!wanted.hasAgenda && !(wanted.hasRegistrations && personId !== null)) return refuse('empty_calendar');
    if (personId !== null) {
      const [had] = await work.db
        .select({ value: count() })
        .from(agendaCalendars)
        .where(eq(agendaCalendars.personId, personId));
      if ((had?.value ?? 0) >= mostOfPerson) return refuse('too_many_calendars');
    }
    const id = work.newId();
    await work.db.insert(agendaCalendars).values({
      id,
      ...wanted,
      hasRegistrations: wanted.hasRegistrations && personId !== null,
      personId,
      createdAt: work.now(),
    });
    work.record({ subjectKind: 'agenda-calendar', subjectId: id, summary: 'Calendrier personnel créé' });
    return accept({ id });
  },
});

/** Closes a calendar: its address answers no more. Whoever holds the address may, its person too. */
export const closeCalendar = command({
  name: 'agenda.close-calendar',
  input: z.object({ id: z.uuid(), holdsAddress: z.boolean() }),
  allow: () => true,
  async run(work, { id, holdsAddress }) {
    const personId = work.actor?.personId;
    const own = personId === undefined ? isNull(agendaCalendars.id) : eq(agendaCalendars.personId, personId);
    const [gone] = await work.db
      .delete(agendaCalendars)
      .where(and(eq(agendaCalendars.id, id), holdsAddress ? undefined : own))
      .returning({ id: agendaCalendars.id });
    if (!gone) return refuse('not_found');
    work.record({ subjectKind: 'agenda-calendar', subjectId: id, summary: 'Calendrier personnel fermé' });
    return accept({ id });
  },
});

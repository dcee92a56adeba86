import { asc, eq } from 'drizzle-orm';
import type { PersonalData } from '#platform/contributions/module.ts';
import { agendaEvents } from './tables.ts';

/** What the agenda holds about a person: the events she typed, as written, and the contact she left in them. */
export const agendaPersonalData: PersonalData = {
  async export(ctx, personId) {
    const typed = await ctx.db
      .select()
      .from(agendaEvents)
      .where(eq(agendaEvents.personId, personId))
      .orderBy(asc(agendaEvents.createdAt));
    if (typed.length === 0) return [];
    const entries = typed.map((event) => ({
      label: 'Rendez-vous saisi',
      value: [event.title, event.contactName, event.contactPhone, event.contactEmail].filter(Boolean).join(', '),
      since: event.createdAt,
    }));
    return [{ title: 'Agenda', entries }];
  },
  async erase(tx, personId) {
    await tx
      .update(agendaEvents)
      .set({ personId: null, contactName: '', contactPhone: '', contactEmail: '' })
      .where(eq(agendaEvents.personId, personId));
    return [];
  },
};

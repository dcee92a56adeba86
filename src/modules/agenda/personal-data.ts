import { asc, eq } from 'drizzle-orm';
import type { PersonalData } from '#platform/contributions/module.ts';
import { calendarEntries, forgetCalendars } from './personal-data-calendars.ts';
import { forgetInModeration, moderationEntries } from './personal-data-moderation.ts';
import { agendaEvents } from './tables.ts';

/** What the agenda holds about a person: the events she typed, as written, and the contact she left in them. */
export const agendaPersonalData: PersonalData = {
  async export(ctx, personId) {
    const typed = await ctx.db
      .select()
      .from(agendaEvents)
      .where(eq(agendaEvents.personId, personId))
      .orderBy(asc(agendaEvents.createdAt));
    const entries = typed.map((event) => ({
      label: 'Rendez-vous saisi',
      value: [event.title, event.contactName, event.contactPhone, event.contactEmail].filter(Boolean).join(', '),
      since: event.createdAt,
    }));
    const all = [...entries, ...(await moderationEntries(ctx, personId)), ...(await calendarEntries(ctx, personId))];
    return all.length > 0 ? [{ title: 'Agenda', entries: all }] : [];
  },
  async erase(tx, personId) {
    await forgetInModeration(tx, personId);
    await forgetCalendars(tx, personId);
    await tx
      .update(agendaEvents)
      .set({ personId: null, contactName: '', contactPhone: '', contactEmail: '' })
      .where(eq(agendaEvents.personId, personId));
    return [];
  },
};

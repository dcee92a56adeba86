import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { fieldMessages } from '#platform/forms/field-messages.ts';
import { formatDate } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { dateOfEvent, datesOfEvent, type DateOfEvent } from '../../domain/event-time.ts';
import { eventFields, timeOf } from '../../event/agenda-event.ts';
import { agendaChanged, datesChanged, type DatesChanged } from '../../facts.ts';
import { mayWriteEvents } from '../../policy.ts';
import { isPublic, type StoredEvent } from '../../queries/stored-event.ts';
import { agendaEvents, agendaOccurrences, venues } from '../../tables.ts';
import { eventAsRead, eventToChange } from './event-to-change.ts';

type Row = typeof agendaOccurrences.$inferSelect;

const input = eventAsRead.extend({
  occurrenceId: z.uuid(),
  /** When this date is, as the editor of events types it. */
  when: z.object({
    startsOn: z.string(),
    startsAt: z.string().nullable(),
    endsOn: z.string().nullable(),
    endsAt: z.string().nullable(),
  }),
  isCancelled: z.boolean(),
  /** Empty: the title of the event. */
  title: z.string().trim().max(200, 'Le titre tient en 200 caractères.'),
  note: z.string().trim().max(280, 'Ce mot tient en 280 caractères.'),
  /** Null: where the event is. */
  venueId: z.uuid().nullable(),
});

/** Changes one date of an event: its hours, its place, its title, whether it takes place. */
export const changeDate = command({
  name: 'agenda.change-date',
  input,
  allow: mayWriteEvents,
  async run(work, wanted) {
    const found = await eventToChange(work, wanted);
    if (!found.ok) return found;
    const event = found.value;
    const [row] = await work.db
      .select()
      .from(agendaOccurrences)
      .where(and(eq(agendaOccurrences.id, wanted.occurrenceId), eq(agendaOccurrences.eventId, event.id)))
      .for('update');
    if (!row || row.isLeftover) return refuse('not_found');
    const typed = eventFields.safeParse({ ...event.fields, ...wanted.when, rule: null, alsoOn: [] });
    if (!typed.success) return refuse('unclear_fields', { fields: fieldMessages(typed.error) });
    if (wanted.venueId !== null && !(await isVenue(work, wanted.venueId))) return refuse('unclear_fields');
    const { starts, ends, isAllDay } = timeOf(typed.data, event.zone);
    const { originalLocal: _, ...date } = dateOfEvent({ zone: event.zone, isAllDay }, starts, ends);
    const after: Row = {
      ...row,
      ...date,
      isMoved: !isWhereExpected(event, row, date),
      isCancelled: wanted.isCancelled,
      title: wanted.title === '' || wanted.title === event.fields.title ? null : wanted.title,
      note: wanted.note,
      venueId: wanted.venueId === event.fields.venueId ? null : wanted.venueId,
      updatedAt: work.now(),
    };
    await work.db.update(agendaOccurrences).set(after).where(eq(agendaOccurrences.id, row.id));
    await touchEvent(work, event);
    const change = changeOf(row, after);
    if (isPublic(event)) work.publish(agendaChanged([event.id]));
    if (isPublic(event) && change) work.publish(datesChanged(event.id, [{ occurrenceId: row.id, change }]));
    work.record({
      subjectKind: 'event',
      subjectId: event.id,
      summary: `« ${event.fields.title} », ${formatDate(row.startsOn)} : ${done[change ?? 'changed']}`,
      details: { occurrenceId: row.id },
    });
    return accept({ id: event.id, version: event.version + 1, change });
  },
});

const done = {
  moved: 'date déplacée',
  cancelled: 'date annulée',
  restored: 'date rétablie',
  place: 'autre lieu',
  changed: 'date modifiée',
} as const;

function changeOf(before: Row, after: Row): DatesChanged['dates'][number]['change'] | null {
  if (before.isCancelled !== after.isCancelled) return after.isCancelled ? 'cancelled' : 'restored';
  if (after.isCancelled) return null;
  if (!before.startsAt.equals(after.startsAt) || !before.endsAt.equals(after.endsAt)) return 'moved';
  return before.venueId === after.venueId ? null : 'place';
}

/** Whether the event itself puts this date there. */
function isWhereExpected(event: StoredEvent, row: Row, date: Omit<DateOfEvent, 'originalLocal'>): boolean {
  const { originalLocal: after } = row;
  const expected = datesOfEvent(timeOf(event.fields, event.zone), { after, before: after.add({ seconds: 1 }) }).find(
    ({ originalLocal }) => originalLocal.equals(after),
  );
  return (
    expected !== undefined &&
    expected.startsAt.equals(date.startsAt) &&
    expected.endsAt.equals(date.endsAt) &&
    expected.isAllDay === date.isAllDay
  );
}

/** RFC 5545 §3.8.7.4: calendars take a change for one when SEQUENCE grew. */
async function touchEvent(work: CommandContext, { id, version, sequence }: StoredEvent): Promise<void> {
  await work.db
    .update(agendaEvents)
    .set({ version: version + 1, sequence: sequence + 1, updatedAt: work.now() })
    .where(eq(agendaEvents.id, id));
}

async function isVenue(work: CommandContext, id: string): Promise<boolean> {
  const [venue] = await work.db.select({ trashedAt: venues.trashedAt }).from(venues).where(eq(venues.id, id));
  return venue !== undefined && venue.trashedAt === null;
}

import { and, eq, gte } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { fieldMessages } from '#platform/forms/field-messages.ts';
import { formatDate } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { eventFields } from '../../event/agenda-event.ts';
import { mayRunAgenda, mayWriteEvents } from '../../policy.ts';
import type { RegistrationSeam } from '../../ports.ts';
import { agendaOccurrences } from '../../tables.ts';
import { addEvent, writeEvent } from '../saving/write-event.ts';
import { eventAsRead, eventToChange } from './event-to-change.ts';
import { partsOfSeries } from './parts-of-series.ts';

const input = eventAsRead.extend({
  /** The first date that changes. */
  occurrenceId: z.uuid(),
  /** What the dates from it on become; checked by event/agenda-event.ts. */
  fields: z.unknown(),
});

/**
 * « Cette date et les suivantes »: the series ends before a date, and an event of its own begins there, which keeps the
 * dates to come and whoever registered to them.
 */
export const splitSeriesCommand = (registration: Pick<RegistrationSeam, 'moveDates' | 'copy'>) =>
  command({
    name: 'agenda.split-series',
    input,
    allow: mayWriteEvents,
    async run(work, wanted) {
      const found = await eventToChange(work, wanted);
      if (!found.ok) return found;
      const event = found.value;
      const parsed = eventFields.safeParse(wanted.fields);
      if (!parsed.success) return refuse('unclear_fields', { fields: fieldMessages(parsed.error) });
      const [first] = await work.db
        .select()
        .from(agendaOccurrences)
        .where(and(eq(agendaOccurrences.id, wanted.occurrenceId), eq(agendaOccurrences.eventId, event.id)));
      const parts = first && partsOfSeries(event, first.originalLocal);
      if (!first) return refuse('not_found');
      if (!parts) return refuse('first_date');
      const later = await work.db
        .select({ id: agendaOccurrences.id })
        .from(agendaOccurrences)
        .where(and(eq(agendaOccurrences.eventId, event.id), gte(agendaOccurrences.originalLocal, first.originalLocal)));
      const occurrenceIds = later.map(({ id }) => id);
      const fields = mayRunAgenda(work.actor) ? parsed.data : { ...parsed.data, isOwn: event.fields.isOwn };
      const added = await addEvent(work, {
        fields,
        status: event.status,
        repeatsId: event.id,
        continues: { of: event, occurrenceIds },
      });
      await registration.moveDates(work, { fromEventId: event.id, toEventId: added.id, occurrenceIds });
      await writeEvent(work, event, { fields: parts.before });
      work.record({
        subjectKind: 'event',
        subjectId: event.id,
        summary: `« ${event.fields.title} » : série coupée avant le ${formatDate(first.startsOn)}`,
        details: { newId: added.id },
      });
      return accept({ id: added.id, slug: added.slug, status: added.status });
    },
  });

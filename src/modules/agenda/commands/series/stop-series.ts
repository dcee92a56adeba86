import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { formatDate } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayWriteEvents } from '../../policy.ts';
import { agendaOccurrences } from '../../tables.ts';
import { writeEvent } from '../saving/write-event.ts';
import { eventAsRead, eventToChange } from './event-to-change.ts';
import { partsOfSeries } from './parts-of-series.ts';

/** Ends a series before one of its dates: that one and all that follow no longer take place. */
export const stopSeries = command({
  name: 'agenda.stop-series',
  input: eventAsRead.extend({ occurrenceId: z.uuid() }),
  allow: mayWriteEvents,
  async run(work, wanted) {
    const found = await eventToChange(work, wanted);
    if (!found.ok) return found;
    const event = found.value;
    const [first] = await work.db
      .select()
      .from(agendaOccurrences)
      .where(and(eq(agendaOccurrences.id, wanted.occurrenceId), eq(agendaOccurrences.eventId, event.id)));
    if (!first) return refuse('not_found');
    const parts = partsOfSeries(event, first.originalLocal);
    if (!parts) return refuse('first_date');
    await writeEvent(work, event, { fields: parts.before });
    work.record({
      subjectKind: 'event',
      subjectId: event.id,
      summary: `« ${event.fields.title} » : série arrêtée avant le ${formatDate(first.startsOn)}`,
    });
    return accept({ id: event.id });
  },
});

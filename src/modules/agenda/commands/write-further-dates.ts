import { and, asc, isNull, lt } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { horizonInMonths } from '../domain/recurrence.ts';
import { agendaChanged } from '../facts.ts';
import { isPublic } from '../queries/stored-event.ts';
import { agendaEvents } from '../tables.ts';
import { lockEvent } from './saving/lock-event.ts';
import { writeDates } from './saving/write-dates.ts';

const atOnce = 100;
// Each series is written again once a week or so, rather than each night.
const shortest = { months: horizonInMonths, days: -7 };

/** Writes the dates that came within the horizon of series without an end. Run by a job, without actor. */
export const writeFurtherDates = command({
  name: 'agenda.write-further-dates',
  input: z.object({}),
  allow: (actor) => actor === null,
  async run(work) {
    const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
    const wanted = today.add({ months: shortest.months }).add({ days: shortest.days });
    const due = await work.db
      .select({ id: agendaEvents.id })
      .from(agendaEvents)
      .where(and(lt(agendaEvents.writtenUntil, wanted), isNull(agendaEvents.trashedAt)))
      .orderBy(asc(agendaEvents.writtenUntil))
      .limit(atOnce);
    const shown: string[] = [];
    for (const { id } of due) {
      const event = await lockEvent(work.db, id);
      if (!event || event.trashedAt) continue;
      await writeDates(work, event, { wasPublic: isPublic(event) });
      if (isPublic(event)) shown.push(id);
    }
    if (due.length === 0) return refuse('nothing_due');
    if (shown.length > 0) work.publish(agendaChanged(shown));
    work.record({
      subjectKind: 'event',
      subjectId: null,
      summary: `Dates suivantes écrites pour ${due.length} rendez-vous qui se répètent`,
    });
    return accept({ count: due.length, isMore: due.length === atOnce });
  },
});

import { and, asc, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { forgetInSearch } from '#platform/search/search.ts';
import { agendaEvents, agendaOccurrences, agendaOrganizers } from '../../tables.ts';

/** Days during which an event comes back from the trash. */
export const daysInTrash = 30;
const atOnce = 200;

const nothing = {
  title: 'Rendez-vous retiré',
  brief: '',
  body: '',
  stateNote: '',
  onlineLink: '',
  placeNote: '',
  conditions: '',
  registrationUrl: '',
  audiences: [],
  themes: [],
  imageId: null,
  imageAlternative: '',
  imageCredit: '',
  files: [],
  contactName: '',
  contactPhone: '',
  contactEmail: '',
  personId: null,
  moderationNote: '',
};

/**
 * Empties for good the events that have been in the trash for thirty days. Their dates stay, for what was counted on
 * them, and their address, so that nothing else ever answers there. Run by a job, without actor.
 */
export const emptyTrash = command({
  name: 'agenda.empty-trash',
  input: z.object({}),
  allow: (actor) => actor === null,
  async run(work) {
    const before = work.now().subtract({ hours: 24 * daysInTrash });
    const due = await work.db
      .select({ id: agendaEvents.id })
      .from(agendaEvents)
      .where(and(isNotNull(agendaEvents.trashedAt), isNull(agendaEvents.removedAt), lt(agendaEvents.trashedAt, before)))
      .orderBy(asc(agendaEvents.id))
      .limit(atOnce)
      .for('update');
    for (const { id } of due) {
      await work.db.delete(agendaOrganizers).where(eq(agendaOrganizers.eventId, id));
      await work.db.update(agendaOccurrences).set({ title: null, note: '' }).where(eq(agendaOccurrences.eventId, id));
      await work.db
        .update(agendaEvents)
        .set({ ...nothing, removedAt: work.now(), writtenUntil: null })
        .where(eq(agendaEvents.id, id));
      await forgetInSearch(work.db, 'event', id);
      work.record({ subjectKind: 'event', subjectId: id, summary: 'Retiré pour de bon après 30 jours de corbeille' });
    }
    return due.length > 0 ? accept({ count: due.length, isMore: due.length === atOnce }) : refuse('nothing_due');
  },
});

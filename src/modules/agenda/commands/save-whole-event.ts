import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { executeWithin } from '#platform/command/execute.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayPublishEvents, mayWriteEvents } from '../policy.ts';
import type { RegistrationSeam } from '../ports.ts';
import { readAgendaSettings } from '../queries/agenda-settings.ts';
import { readEvent } from '../queries/stored-event.ts';
import { saveEvent } from './save-event.ts';
import { addVenue, venueFields } from './venues/save-venue.ts';

const input = saveEvent.input.extend({
  /** A place that is not known yet, and becomes that of the event. */
  newVenue: venueFields.pick({ name: true, city: true, street: true }).nullable(),
  /** Null leaves registrations as they are. */
  registration: z
    .object({ isOpen: z.boolean(), capacity: z.int().min(0).max(100_000, 'Ce nombre est trop grand.').nullable() })
    .nullable(),
});

/**
 * Saves what the editor of the office holds in one act: the event, the place it names when it is new, whether one
 * registers. What is done again from a past event keeps its form and its rules.
 */
export const saveWholeEvent = (registration: Pick<RegistrationSeam, 'saveQuick' | 'copy'>) =>
  command({
    name: 'agenda.save-whole-event',
    input,
    allow: mayWriteEvents,
    async run(work, { newVenue, registration: quick, ...rest }) {
      const venueId = newVenue && (await addVenue(work, venueFields.parse(newVenue)));
      if (newVenue && venueId)
        work.record({ subjectKind: 'venue', subjectId: venueId, summary: `Lieu « ${newVenue.name} » ajouté` });
      const repeated = rest.id === null && rest.repeatsId !== null ? await readEvent(work.db, rest.repeatsId) : null;
      if (rest.repeatsId !== null && !repeated) return refuse('not_found');
      const fields = venueId ? { ...(rest.fields as object), venueId } : rest.fields;
      const saved = await executeWithin(work, saveEvent, { ...rest, fields });
      if (!saved.ok) return saved;
      const { trustedRoles } = await readAgendaSettings(work.db);
      // Whoever proposes does not open registrations: the team does, with the event.
      if (!mayPublishEvents(work.actor, trustedRoles)) return accept(saved.value);
      if (repeated) await registration.copy(work, repeated.id, saved.value.id);
      if (quick) await registration.saveQuick(work, saved.value.id, quick);
      return accept(saved.value);
    },
  });

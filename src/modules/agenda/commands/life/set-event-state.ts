import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { eventStateFacts, eventStates } from '../../domain/event-states.ts';
import { mayWriteEvents } from '../../policy.ts';
import { writeEvent } from '../saving/write-event.ts';
import { chosenEvents, lockChosenEvents } from './chosen-events.ts';

/** Says how events stand: called off, put off, full, back on; with a word for those who planned to come. */
export const setEventState = command({
  name: 'agenda.set-event-state',
  input: chosenEvents.extend({
    state: z.enum(eventStates),
    /** Null keeps the word already there. */
    note: z.string().trim().max(280, 'Ce mot tient en 280 caractères.').nullable().default(null),
  }),
  allow: mayWriteEvents,
  async run(work, { ids, state, note }) {
    const chosen = await lockChosenEvents(work, ids);
    if (chosen.length === 0) return refuse('not_found');
    for (const event of chosen) {
      const fields = { ...event.fields, state, stateNote: note ?? event.fields.stateNote };
      await writeEvent(work, event, { fields });
      work.record({
        subjectKind: 'event',
        subjectId: event.id,
        summary: `« ${event.fields.title} » : ${eventStateFacts[state].label.toLowerCase()}`,
      });
    }
    return accept({ count: chosen.length });
  },
});

import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayWriteEvents } from '../../policy.ts';
import { writeEvent } from '../saving/write-event.ts';
import { chosenEvents, lockChosenEvents } from './chosen-events.ts';

/** Takes events out of the trash, as they were. */
export const restoreEvents = command({
  name: 'agenda.restore-events',
  input: chosenEvents,
  allow: mayWriteEvents,
  async run(work, { ids }) {
    const chosen = await lockChosenEvents(work, ids, 'in the trash');
    if (chosen.length === 0) return refuse('not_found');
    for (const event of chosen) {
      await writeEvent(work, event, { trashedAt: null });
      work.record({
        subjectKind: 'event',
        subjectId: event.id,
        summary: `« ${event.fields.title} » : sorti de la corbeille`,
      });
    }
    return accept({ count: chosen.length });
  },
});

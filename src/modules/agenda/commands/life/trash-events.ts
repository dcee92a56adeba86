import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayWriteEvents } from '../../policy.ts';
import { writeEvent } from '../saving/write-event.ts';
import { chosenEvents, lockChosenEvents } from './chosen-events.ts';

/** Puts events in the trash, from which they may come back for thirty days. Whoever planned to come is told. */
export const trashEvents = command({
  name: 'agenda.trash-events',
  input: chosenEvents,
  allow: mayWriteEvents,
  async run(work, { ids }) {
    const chosen = await lockChosenEvents(work, ids);
    if (chosen.length === 0) return refuse('not_found');
    for (const event of chosen) {
      await writeEvent(work, event, { trashedAt: work.now() });
      work.record({
        subjectKind: 'event',
        subjectId: event.id,
        summary: `« ${event.fields.title} » : mis à la corbeille`,
      });
    }
    return accept({ count: chosen.length });
  },
});

import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayWriteEvents } from '../../policy.ts';
import { writeEvent } from '../saving/write-event.ts';
import { chosenEvents, lockChosenEvents } from './chosen-events.ts';

/** Takes public events back to drafts: nobody sees them any more, and whoever planned to come is told. */
export const unpublishEvents = command({
  name: 'agenda.unpublish-events',
  input: chosenEvents,
  allow: mayWriteEvents,
  async run(work, { ids }) {
    const chosen = (await lockChosenEvents(work, ids)).filter(({ status }) => status === 'published');
    if (chosen.length === 0) return refuse('not_found');
    for (const event of chosen) {
      await writeEvent(work, event, { status: 'draft' });
      work.record({
        subjectKind: 'event',
        subjectId: event.id,
        summary: `« ${event.fields.title} » : retiré de l’agenda, gardé en brouillon`,
      });
    }
    return accept({ count: chosen.length });
  },
});

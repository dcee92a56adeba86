import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayPublishEvents, mayWriteEvents } from '../../policy.ts';
import { readAgendaSettings } from '../../queries/agenda-settings.ts';
import { writeEvent } from '../saving/write-event.ts';
import { chosenEvents, lockChosenEvents } from './chosen-events.ts';

/** Makes drafts public as they are. */
export const publishEvents = command({
  name: 'agenda.publish-events',
  input: chosenEvents,
  allow: mayWriteEvents,
  async run(work, { ids }) {
    const { trustedRoles } = await readAgendaSettings(work.db);
    if (!mayPublishEvents(work.actor, trustedRoles)) return refuse('not_yours_to_publish');
    const chosen = (await lockChosenEvents(work, ids)).filter(({ status }) => status !== 'published');
    if (chosen.length === 0) return refuse('not_found');
    for (const event of chosen) {
      await writeEvent(work, event, { status: 'published', moderationNote: '' });
      work.record({ subjectKind: 'event', subjectId: event.id, summary: `« ${event.fields.title} » : publié` });
    }
    return accept({ count: chosen.length });
  },
});

import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayRunAgenda } from '../../policy.ts';
import { writeEvent } from '../saving/write-event.ts';
import { chosenEvents, lockChosenEvents } from './chosen-events.ts';

const tag = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** Says of several events whom they speak to, or no longer do. */
export const tagEvents = command({
  name: 'agenda.tag-events',
  input: chosenEvents.extend({ add: tag.optional(), remove: tag.optional() }),
  allow: mayRunAgenda,
  async run(work, { ids, add, remove }) {
    const chosen = (await lockChosenEvents(work, ids)).filter(({ fields: { audiences } }) =>
      add === undefined ? audiences.some((one) => one === remove) : !audiences.includes(add),
    );
    if (chosen.length === 0) return refuse('not_found');
    for (const event of chosen) {
      const left = event.fields.audiences.filter((one) => one !== remove);
      const audiences = add === undefined ? left : [...left, add];
      await writeEvent(work, event, { fields: { ...event.fields, audiences } });
      work.record({
        subjectKind: 'event',
        subjectId: event.id,
        summary: `« ${event.fields.title} » : lecteurs changés`,
      });
    }
    return accept({ count: chosen.length });
  },
});

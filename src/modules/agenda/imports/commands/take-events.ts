import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayRunAgenda } from '../../policy.ts';
import { agendaSources } from '../../tables.ts';
import type { IncomingEvent } from '../read/incoming-event.ts';
import { takeEvent, type Taken } from './take-event.ts';

const input = z.object({
  sourceId: z.uuid(),
  /** As the reader of sources gives them. */
  events: z.array(z.custom<IncomingEvent>((value) => typeof value === 'object' && value !== null)).max(50),
  /** Structures of the directory by the name that events say. */
  organizationIds: z.record(z.string(), z.uuid()),
});

/** Takes some events of a source. Run by the job that follows it, or by the team. */
export const takeEvents = command({
  name: 'agenda.take-events',
  input,
  allow: (actor) => actor === null || mayRunAgenda(actor),
  async run(work, { sourceId, events, organizationIds }) {
    const [source] = await work.db.select().from(agendaSources).where(eq(agendaSources.id, sourceId)).for('update');
    if (!source || source.trashedAt) return refuse('source_gone');
    const taken: Record<Taken, number> = { added: 0, changed: 0, joined: 0, same: 0, unclear: 0 };
    const unclear: string[] = [];
    for (const event of events) {
      const result = await takeEvent(work, source, event, organizationIds);
      taken[result] += 1;
      if (result === 'unclear') unclear.push(event.title);
    }
    work.record({
      subjectKind: 'agenda-source',
      subjectId: sourceId,
      summary: `Source « ${source.name} » : ${taken.added} ajoutés, ${taken.changed} modifiés, ${taken.joined} déjà connus`,
    });
    return accept({ ...taken, titles: unclear });
  },
});

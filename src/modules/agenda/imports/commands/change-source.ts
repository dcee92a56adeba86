import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayRunAgenda } from '../../policy.ts';
import { agendaSourceEvents, agendaSources } from '../../tables.ts';

export const sourceActs = ['pause', 'resume', 'remove'] as const;
export type SourceAct = (typeof sourceActs)[number];

const said: Readonly<Record<SourceAct, string>> = {
  pause: 'mise en pause',
  resume: 'suivie de nouveau',
  remove: 'retirée, ses rendez-vous restent',
};

/** Stops asking a source, asks it again, or lets it go: what came from it stays, and is the team's. */
export const changeSource = command({
  name: 'agenda.change-source',
  input: z.object({ id: z.uuid(), act: z.enum(sourceActs) }),
  allow: mayRunAgenda,
  async run(work, { id, act }) {
    const [stored] = await work.db.select().from(agendaSources).where(eq(agendaSources.id, id)).for('update');
    if (!stored || stored.trashedAt) return refuse('source_gone');
    const now = work.now();
    const change = {
      pause: { isPaused: true },
      resume: { isPaused: false, failures: 0, problem: '', dueAt: null },
      remove: { trashedAt: now, isPaused: true, apiKey: '' },
    }[act];
    await work.db
      .update(agendaSources)
      .set({ ...change, updatedAt: now })
      .where(eq(agendaSources.id, id));
    work.record({ subjectKind: 'agenda-source', subjectId: id, summary: `Source « ${stored.name} » ${said[act]}` });
    return accept({ name: stored.name });
  },
});

/** From now on an event is the team's alone, or follows its source again. */
export const detachEvent = command({
  name: 'agenda.detach-event',
  input: z.object({ eventId: z.uuid(), isDetached: z.boolean() }),
  allow: mayRunAgenda,
  async run(work, { eventId, isDetached }) {
    const links = await work.db
      .update(agendaSourceEvents)
      .set({ isDetached })
      .where(eq(agendaSourceEvents.eventId, eventId))
      .returning({ sourceId: agendaSourceEvents.sourceId });
    if (links.length === 0) return refuse('not_found');
    work.record({
      subjectKind: 'event',
      subjectId: eventId,
      summary: isDetached ? 'Rendez-vous détaché de sa source' : 'Rendez-vous rattaché à sa source',
    });
    return accept({ eventId });
  },
});

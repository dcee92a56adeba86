import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayRunAgenda } from '../../policy.ts';
import { agendaSources } from '../../tables.ts';
import { mostFailures, nextAsking } from '../domain/next-asking.ts';

const input = z.object({
  sourceId: z.uuid(),
  /** In words; null when nothing is new over there. */
  problem: z.string().max(400).nullable(),
});

/** Notes that a source was asked and gave nothing new, or failed; one that always fails is put aside. */
export const noteAsking = command({
  name: 'agenda.note-asking',
  input,
  allow: (actor) => actor === null || mayRunAgenda(actor),
  async run(work, { sourceId, problem }) {
    const [source] = await work.db.select().from(agendaSources).where(eq(agendaSources.id, sourceId)).for('update');
    if (!source || source.trashedAt) return refuse('source_gone');
    const now = work.now();
    const failures = problem === null ? 0 : source.failures + 1;
    const isPaused = source.isPaused || failures >= mostFailures;
    await work.db
      .update(agendaSources)
      .set({
        checkedAt: now,
        ...(problem === null ? { succeededAt: now } : {}),
        failures,
        isPaused,
        problem: problem ?? '',
        dueAt: nextAsking(now, failures),
      })
      .where(eq(agendaSources.id, sourceId));
    work.record({
      subjectKind: 'agenda-source',
      subjectId: sourceId,
      summary: `Source « ${source.name} » : ${problem === null ? 'rien de nouveau' : isPaused ? 'mise de côté après trop d’échecs' : 'lecture impossible'}`,
    });
    return accept({ isPaused });
  },
});

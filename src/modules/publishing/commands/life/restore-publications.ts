import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayWrite } from '../../policy.ts';
import { removedIds } from '../../queries/office/removed-publications.ts';
import { chosenPublications, lockChosen } from '../saving/chosen-publications.ts';
import { writePublication } from '../saving/write-publication.ts';

/** Brings publications back from the trash as they were; what was scheduled comes back as a draft, its hour may be past. */
export const restorePublications = command({
  name: 'publishing.restore-publications',
  input: chosenPublications,
  allow: mayWrite,
  async run(work, { ids }) {
    const removed = await removedIds(work.db, ids);
    const chosen = (await lockChosen(work, ids, 'in the trash')).filter(({ id }) => !removed.has(id));
    if (chosen.length === 0) return refuse('not_found');
    for (const stored of chosen) {
      const status = stored.status === 'scheduled' ? 'draft' : stored.status;
      await writePublication(work, stored, { trashedAt: null, publishAt: null, status });
      work.record({
        subjectKind: 'publication',
        subjectId: stored.id,
        summary: `« ${stored.fields.title} » : sorti de la corbeille`,
      });
    }
    return accept({ count: chosen.length });
  },
});

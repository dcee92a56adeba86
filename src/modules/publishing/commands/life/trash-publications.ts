import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayWrite } from '../../policy.ts';
import { chosenPublications, lockChosen } from '../saving/chosen-publications.ts';
import { writePublication } from '../saving/write-publication.ts';

/** Puts publications in the trash, from which they may come back for thirty days. The home stays. */
export const trashPublications = command({
  name: 'publishing.trash-publications',
  input: chosenPublications,
  allow: mayWrite,
  async run(work, { ids }) {
    const chosen = (await lockChosen(work, ids)).filter(({ kind }) => kind !== 'home');
    if (chosen.length === 0) return refuse('not_found');
    for (const stored of chosen) {
      await writePublication(work, stored, { trashedAt: work.now() });
      work.record({
        subjectKind: 'publication',
        subjectId: stored.id,
        summary: `« ${stored.fields.title} » : mis à la corbeille`,
      });
    }
    return accept({ count: chosen.length });
  },
});

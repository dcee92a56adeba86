import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayWrite } from '../../policy.ts';
import { chosenPublications, lockChosen } from '../saving/chosen-publications.ts';
import { writePublication } from '../saving/write-publication.ts';

/** Takes publications off the site and keeps them. The home stays. */
export const archivePublications = command({
  name: 'publishing.archive-publications',
  input: chosenPublications,
  allow: mayWrite,
  async run(work, { ids }) {
    const chosen = (await lockChosen(work, ids)).filter(({ kind, status }) => kind !== 'home' && status !== 'archived');
    if (chosen.length === 0) return refuse('not_found');
    for (const stored of chosen) {
      await writePublication(work, stored, { status: 'archived', publishAt: null });
      work.record({
        subjectKind: 'publication',
        subjectId: stored.id,
        summary: `« ${stored.fields.title} » : archivé`,
      });
    }
    return accept({ count: chosen.length });
  },
});

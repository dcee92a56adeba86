import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { isProposable } from '../../domain/publication.ts';
import { mayRunSite, mayWrite } from '../../policy.ts';
import { addPublication } from '../saving/add-publication.ts';
import { lockChosen } from '../saving/chosen-publications.ts';

/** A draft that says the same, to start from. */
export const duplicatePublication = command({
  name: 'publishing.duplicate-publication',
  input: z.object({ id: z.uuid() }),
  allow: mayWrite,
  async run(work, { id }) {
    const [stored] = await lockChosen(work, [id]);
    if (!stored || stored.kind === 'home') return refuse('not_found');
    if (!mayRunSite(work.actor) && !isProposable(stored.kind)) return refuse('not_found');
    const fields = stored.pending ?? stored.fields;
    const title = `${fields.title} (copie)`.slice(0, 200);
    const copy = await addPublication(work, { kind: stored.kind, fields: { ...fields, title }, status: 'draft' });
    work.record({ subjectKind: 'publication', subjectId: copy.id, summary: `« ${fields.title} » : copie créée` });
    return accept({ id: copy.id });
  },
});

import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayWrite } from '../../policy.ts';
import { lockChosen } from '../saving/chosen-publications.ts';
import { writePublication } from '../saving/write-publication.ts';

/**
 * Drops the changes kept aside of something public, or takes back its hour of publication. What is dropped stays in the
 * versions.
 */
export const discardChanges = command({
  name: 'publishing.discard-changes',
  input: z.object({ id: z.uuid(), what: z.enum(['changes', 'schedule']) }),
  allow: mayWrite,
  async run(work, { id, what }) {
    const [stored] = await lockChosen(work, [id]);
    if (!stored || (what === 'changes' ? stored.pending === null : stored.publishAt === null))
      return refuse('not_found');
    const status = stored.status === 'scheduled' ? 'draft' : stored.status;
    await writePublication(
      work,
      stored,
      what === 'changes' ? { pending: null, publishAt: null } : { publishAt: null, status },
    );
    work.record({
      subjectKind: 'publication',
      subjectId: id,
      summary: `« ${stored.fields.title} » : ${what === 'changes' ? 'modifications abandonnées' : 'n’est plus programmé'}`,
    });
    return accept({ id });
  },
});

import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { missingToPublish } from '../../domain/ready-to-publish.ts';
import { tellAuthor } from '../../jobs/tell-author-job.ts';
import { mayRunSite } from '../../policy.ts';
import type { StoredPublication } from '../../queries/stored-publication.ts';
import { lockPublication } from '../saving/lock-publication.ts';
import { writePublication } from '../saving/write-publication.ts';

const input = z.object({
  id: z.uuid(),
  /** The version that was read: what changed since then is read again first. */
  version: z.int().positive(),
});

/** Makes a proposal public as it stands; its author is told by the reaction to its publication. */
export const acceptProposal = command({
  name: 'publishing.accept-proposal',
  input,
  allow: mayRunSite,
  async run(work, wanted) {
    const stored = await waiting(work, wanted);
    if ('refused' in stored) return refuse(stored.refused);
    const missing = missingToPublish({ kind: stored.kind, ...stored.fields });
    if (Object.keys(missing).length > 0) return refuse('not_ready', { fields: missing });
    const { title } = stored.fields;
    const { id, slug, kind } = await writePublication(work, stored, { status: 'published', moderationNote: '' });
    work.record({ subjectKind: 'publication', subjectId: id, summary: `« ${title} » : proposition publiée` });
    return accept({ id, slug, kind });
  },
});

/** Sends a proposal back to its author with a word. */
export const returnProposal = command({
  name: 'publishing.return-proposal',
  input: input.extend({
    word: z.string().trim().min(1, 'Dites en un mot ce qui manque.').max(1000, 'Ce mot tient en 1 000 caractères.'),
  }),
  allow: mayRunSite,
  async run(work, { word, ...wanted }) {
    const stored = await waiting(work, wanted);
    if ('refused' in stored) return refuse(stored.refused);
    const { title } = stored.fields;
    const { id, slug, kind } = await writePublication(work, stored, { status: 'returned', moderationNote: word });
    await work.enqueue(tellAuthor, { id });
    work.record({
      subjectKind: 'publication',
      subjectId: id,
      summary: `« ${title} » : proposition renvoyée à son auteur`,
      details: { word },
    });
    return accept({ id, slug, kind });
  },
});

async function waiting(
  work: CommandContext,
  { id, version }: z.output<typeof input>,
): Promise<StoredPublication | { refused: 'not_found' | 'already_handled' | 'edited_meanwhile' }> {
  const stored = await lockPublication(work.db, id);
  if (!stored || stored.trashedAt) return { refused: 'not_found' };
  if (stored.status !== 'proposed') return { refused: 'already_handled' };
  return stored.version === version ? stored : { refused: 'edited_meanwhile' };
}

import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { readVersion } from '../../queries/office/publication-versions.ts';
import { mayWrite } from '../../policy.ts';
import { lockChosen } from '../saving/chosen-publications.ts';
import { writePublication } from '../saving/write-publication.ts';

/** Brings back what an earlier version said, as a new one: kept aside when the publication is public, to be read first. */
export const restoreVersion = command({
  name: 'publishing.restore-version',
  input: z.object({ id: z.uuid(), version: z.int().positive() }),
  allow: mayWrite,
  async run(work, { id, version }) {
    const [stored] = await lockChosen(work, [id]);
    const wanted = stored && (await readVersion(work.db, stored, version));
    if (!stored || !wanted) return refuse('not_found');
    const written = await writePublication(
      work,
      stored,
      stored.status === 'published'
        ? { pending: wanted.fields, publishAt: null }
        : { fields: wanted.fields, pending: null },
    );
    work.record({
      subjectKind: 'publication',
      subjectId: id,
      summary: `« ${wanted.fields.title} » : version ${version} reprise`,
      details: { version: written.version },
    });
    return accept({ id, version: written.version });
  },
});

import { and, isNotNull, isNull, lte } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { publications } from '../tables.ts';
import { lockPublication } from './saving/lock-publication.ts';
import { writePublication } from './saving/write-publication.ts';

/** Makes public what was scheduled for now or before: new things, and changes kept aside. Run by a job, without actor. */
export const publishDuePublications = command({
  name: 'publishing.publish-due',
  input: z.object({}),
  allow: (actor) => actor === null,
  async run(work) {
    const due = await work.db
      .select({ id: publications.id })
      .from(publications)
      .where(
        and(isNotNull(publications.publishAt), lte(publications.publishAt, work.now()), isNull(publications.trashedAt)),
      )
      .orderBy(publications.id);
    let published = 0;
    for (const { id } of due) {
      const stored = await lockPublication(work.db, id);
      if (!stored?.publishAt || stored.trashedAt || Temporal.Instant.compare(stored.publishAt, work.now()) > 0)
        continue;
      await writePublication(work, stored, {
        fields: stored.pending ?? stored.fields,
        pending: null,
        status: 'published',
        publishAt: null,
      });
      published += 1;
      work.record({
        subjectKind: 'publication',
        subjectId: id,
        summary: `« ${stored.fields.title} » : publié à l’heure prévue`,
      });
    }
    return published > 0 ? accept({ published }) : refuse('nothing_due');
  },
});

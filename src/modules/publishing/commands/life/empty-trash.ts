import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { forgetInSearch } from '#platform/search/search.ts';
import { removedContent, trashedBefore } from '../../queries/office/removed-publications.ts';
import { publicationPreviews, publications, publicationSenders, publicationVersions } from '../../tables.ts';
import { lockPublication } from '../saving/lock-publication.ts';

/** Days during which something comes back from the trash. */
export const daysInTrash = 30;
const atOnce = 200;

const nothing = {
  title: 'Contenu retiré',
  line: '',
  brief: '',
  body: '',
  imageId: null,
  imageAlternative: '',
  imageCredit: '',
  organizationId: null,
  authorName: '',
  personId: null,
  audiences: [],
  themes: [],
  happenedOn: null,
  reviewOn: null,
  pending: null,
  moderationNote: '',
  content: removedContent,
};

/**
 * Removes for good what has been in the trash for thirty days: words, versions, links, sender. The address is kept, so
 * that no other text ever answers there. Run by a job, without actor.
 */
export const emptyTrash = command({
  name: 'publishing.empty-trash',
  input: z.object({}),
  allow: (actor) => actor === null,
  async run(work) {
    const before = work.now().subtract({ hours: 24 * daysInTrash });
    const ids = await trashedBefore(work.db, before, atOnce);
    for (const id of ids) {
      const stored = await lockPublication(work.db, id);
      if (!stored?.trashedAt || Temporal.Instant.compare(stored.trashedAt, before) > 0) continue;
      for (const table of [publicationVersions, publicationPreviews, publicationSenders])
        await work.db.delete(table).where(eq(table.publicationId, id));
      await work.db.update(publications).set(nothing).where(eq(publications.id, id));
      await forgetInSearch(work.db, stored.kind, id);
      work.record({
        subjectKind: 'publication',
        subjectId: id,
        summary: 'Retiré pour de bon après 30 jours de corbeille',
      });
    }
    return ids.length > 0 ? accept({ count: ids.length, isMore: ids.length === atOnce }) : refuse('nothing_due');
  },
});

import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { nextReviewDay } from '../../domain/review-state.ts';
import { mayRunSite } from '../../policy.ts';
import { publicationReviews } from '../../tables.ts';
import { lockPublication } from '../saving/lock-publication.ts';
import { writePublication } from '../saving/write-publication.ts';

/**
 * « Toujours juste »: someone read these published things again and found them right. Says who and when, and moves their
 * review a year away, in what is public and in the changes kept aside.
 */
export const confirmPublications = command({
  name: 'publishing.confirm-publications',
  input: z.object({ ids: z.array(z.uuid()).min(1, 'Cochez au moins une fiche.').max(200) }),
  allow: mayRunSite,
  async run(work, { ids }) {
    const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
    const reviewOn = nextReviewDay(today).toString();
    const titles: string[] = [];
    // Always in the same order, so that two people confirming the same ones wait for each other.
    for (const id of [...new Set(ids)].sort()) {
      const stored = await lockPublication(work.db, id);
      if (!stored || stored.trashedAt || stored.status !== 'published') continue;
      await work.db.insert(publicationReviews).values({
        id: work.newId(),
        publicationId: id,
        reviewedAt: work.now(),
        personId: work.actor?.personId ?? null,
        reviewedBy: work.actor?.name ?? '',
      });
      await writePublication(work, stored, {
        fields: { ...stored.fields, reviewOn },
        pending: stored.pending && { ...stored.pending, reviewOn },
      });
      titles.push(stored.fields.title);
      work.record({
        subjectKind: 'publication',
        subjectId: id,
        summary: `« ${stored.fields.title} » : relu, toujours juste`,
      });
    }
    return titles.length > 0 ? accept({ count: titles.length, reviewOn }) : refuse('not_found');
  },
});

import { z } from 'zod';
import { execute } from '#platform/command/execute.ts';
import { job } from '#platform/jobs/job.ts';
import { announceReviews } from '../commands/resources/announce-reviews.ts';
import type { AddressesOf } from '../personal-data.ts';
import type { PublishingDependencies } from '../ports.ts';
import { reviewsToAnnounce } from '../queries/resources/reviews-to-announce.ts';

/** Each month, tells those who wrote them which sheets are to be read again before the next. */
export function announceReviewsJob(
  deps: Pick<PublishingDependencies, 'originOf' | 'hubLook'> & { readonly addressesOf: AddressesOf },
) {
  return job({
    name: 'publishing.announce-reviews',
    lane: 'long',
    retries: 3,
    payload: z.object({}),
    async run(ctx) {
      const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
      const byAuthor = Map.groupBy(
        await reviewsToAnnounce(ctx.db, today.add({ months: 1 })),
        ({ personId }) => personId,
      );
      if (byAuthor.size === 0) return;
      const [origin, { name: hubName }] = await Promise.all([deps.originOf(ctx.hubId), deps.hubLook(ctx.hubId)]);
      for (const [personId, due] of byAuthor) {
        ctx.signal.throwIfAborted();
        const [address] = await deps.addressesOf(ctx.db, personId);
        if (!address) continue;
        const to = { address, name: due[0]?.authorName ?? '', personId };
        await execute(ctx, announceReviews, { to, ids: due.map(({ id }) => id), origin, hubName });
      }
    },
  });
}

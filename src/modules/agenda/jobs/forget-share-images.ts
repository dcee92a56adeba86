import { z } from 'zod';
import type { Ports } from '#platform/context/ports.ts';
import { job } from '#platform/jobs/job.ts';
import { forgetShareImages } from '#platform/share-images/kept-share-images.ts';
import { publicEventIds } from '../queries/public/public-event-ids.ts';

/** Where the pictures that networks show of events are kept. */
export const shareImageFolder = 'share-agenda';

/** Each night: deletes the drawn pictures of what is no longer public, someone may be on them. */
export const forgetShareImagesJob = job<z.ZodObject<Record<string, never>>, Pick<Ports, 'files'>>({
  name: 'agenda.forget-share-images',
  lane: 'long',
  retries: 2,
  payload: z.object({}),
  async run(ctx) {
    await forgetShareImages(ctx.ports.files, ctx.hubId, await publicEventIds(ctx.db), shareImageFolder);
  },
});

import { z } from 'zod';
import { execute } from '#platform/command/execute.ts';
import type { Ports } from '#platform/context/ports.ts';
import { job } from '#platform/jobs/job.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { forgetStrays } from '../commands/forget-strays.ts';
import { idsWithShareImage, straysBefore } from '../queries/strays.ts';
import { forgetShareImages } from '../web/public/share-images/kept-share-images.ts';

/** Long enough for whoever sent a form twice to have finished. */
const keptFor = { hours: 72 } as const;

/** Each night: deletes what was sent in and that no publication names, and the drawn pictures of what is gone. */
export const forgetStraysJob = job<z.ZodObject<Record<string, never>>, Pick<Ports, 'files'>>({
  name: 'publishing.forget-strays',
  lane: 'long',
  payload: z.object({}),
  retries: 2,
  async run(ctx) {
    await forgetShareImages(ctx.ports.files, ctx.hubId, await idsWithShareImage(ctx.db));
    const { pictures, files } = await straysBefore(ctx.db, ctx.clock.now().subtract(keptFor));
    if (pictures.length + files.length === 0) return;
    // Contents first, so that a cut leaves rows to come back to.
    for (const key of [...pictures, ...files].flatMap(({ keys }) => keys)) await ctx.ports.files.delete(key);
    const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
    unwrap(await execute(ctx, forgetStrays, { pictures: idsOf(pictures), files: idsOf(files) }));
  },
});

import { z } from 'zod';
import { execute } from '#platform/command/execute.ts';
import type { Ports } from '#platform/context/ports.ts';
import { job, type JobContext } from '#platform/jobs/job.ts';
import { forgetShareImages } from '#platform/share-images/kept-share-images.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import type { PublishingDependencies } from '../ports.ts';
import { forgetStrays } from '../commands/forget-strays.ts';
import { idsWithShareImage, straysAtOnce, straysBefore, type Strays } from '../queries/strays.ts';

/** Long enough for whoever sent a form twice to have finished. */
const keptFor = { hours: 72 } as const;

/** Each night: deletes what was sent in and that no module names, and the drawn pictures of what is gone. */
export const forgetStraysJob = ({ filesInUse }: Pick<PublishingDependencies, 'filesInUse'>) =>
  job<z.ZodObject<Record<string, never>>, Pick<Ports, 'files'>>({
    name: 'publishing.forget-strays',
    lane: 'long',
    payload: z.object({}),
    retries: 2,
    async run(ctx) {
      await forgetShareImages(ctx.ports.files, ctx.hubId, await idsWithShareImage(ctx.db));
      const before = ctx.clock.now().subtract(keptFor);
      let after: { picture: string; file: string } | null = { picture: firstId, file: firstId };
      while (after) {
        const found: Strays = await straysBefore(ctx.db, before, after);
        const used = new Set(
          await filesInUse(
            ctx,
            [...found.pictures, ...found.files].map(({ id }) => id),
          ),
        );
        const unused = (rows: Strays['files']) => rows.filter(({ id }) => !used.has(id));
        await forget(ctx, unused(found.pictures), unused(found.files));
        const isMore = found.pictures.length === straysAtOnce || found.files.length === straysAtOnce;
        after = isMore
          ? { picture: found.pictures.at(-1)?.id ?? lastId, file: found.files.at(-1)?.id ?? lastId }
          : null;
      }
    },
  });

const [firstId, lastId] = ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

async function forget(
  ctx: JobContext<Pick<Ports, 'files'>>,
  pictures: Strays['pictures'],
  files: Strays['files'],
): Promise<void> {
  if (pictures.length + files.length === 0) return;
  // Contents first, so that a cut leaves rows to come back to.
  for (const key of [...pictures, ...files].flatMap(({ keys }) => keys)) await ctx.ports.files.delete(key);
  const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
  unwrap(await execute(ctx, forgetStrays, { pictures: idsOf(pictures), files: idsOf(files) }));
}

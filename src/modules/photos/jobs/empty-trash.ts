import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { inTransaction } from '#platform/db/database.ts';
import { job } from '#platform/jobs/job.ts';
import type { Ports } from '#platform/context/ports.ts';
import { removeVariants } from '#platform/pictures/draw-picture.ts';
import type { PictureVariant } from '#platform/pictures/picture.ts';

/** How long a photo can be taken back from the trash. */
export const trashKeptFor = { days: 30 } as const;

/**
 * Each night: deletes for good the photos that have been in the trash long enough, their files and who was on them. The
 * emptied row of the picture stays, for the drafts and old versions that name it.
 */
export const emptyPhotoTrash = job<z.ZodObject<Record<string, never>>, Pick<Ports, 'files'>>({
  name: 'photos.empty-trash',
  lane: 'long',
  payload: z.object({}),
  retries: 2,
  async run(ctx) {
    const limit = ctx.clock.now().toZonedDateTimeISO(ctx.zone).subtract(trashKeptFor).toInstant().toString();
    const { rows } = await ctx.db.execute<{ id: string }>(
      sql`select image_id as id from photos where trashed_at < ${limit} order by trashed_at`,
    );
    for (const { id } of rows) {
      if (ctx.signal.aborted) return;
      await inTransaction(ctx.db, async (tx) => {
        // Taken back in the meantime: left alone. Files first, so that a cut leaves a row to come back to.
        const { rows: stored } = await tx.execute<{ variants: PictureVariant[] }>(sql`select i.variants
          from photos p join stored_images i on i.hub_id = p.hub_id and i.id = p.image_id
          where p.image_id = ${id} and p.trashed_at < ${limit} for update`);
        if (!stored[0]) return;
        await removeVariants(ctx.ports.files, stored[0].variants);
        await tx.execute(sql`delete from photos where image_id = ${id}`);
        await tx.execute(sql`update stored_images set variants = '[]'::jsonb, bytes = 0, alternative = '', credit = '',
          created_by = null where id = ${id}`);
      });
    }
  },
});

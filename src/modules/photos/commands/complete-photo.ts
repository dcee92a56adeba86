import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepPhotos, maySendPhotos } from '../policy.ts';
import { lockPhotos, photoName } from './saving/locked-photos.ts';
import { settlePhotos } from './saving/settle-photos.ts';

const input = z.object({
  imageId: z.uuid(),
  alternative: z.string().trim().max(300),
  credit: z.string().trim().max(120),
});

/** Fills the words that a photo lacks with those of its first use; what it says already is left as it is. */
export const completePhoto = command({
  name: 'photos.complete',
  input,
  allow: maySendPhotos,
  async run(work, { imageId, alternative, credit }) {
    const photo = (await lockPhotos(work.db, [imageId])).get(imageId);
    if (!photo || photo.isTrashed) return refuse('not_found');
    const { rowCount } = await work.db.execute(sql`update stored_images
      set alternative = coalesce(nullif(alternative, ''), ${alternative}), credit = coalesce(nullif(credit, ''), ${credit})
      where id = ${imageId} and (${mayKeepPhotos(work.actor)} or created_by = ${work.actor?.personId ?? null})`);
    if (rowCount === 0) return refuse('not_found');
    await settlePhotos(work, [imageId]);
    work.record({
      subjectKind: 'photo',
      subjectId: imageId,
      summary: `Photothèque : ${photoName({ ...photo, alternative })} décrite`,
    });
    return accept({ imageId });
  },
});

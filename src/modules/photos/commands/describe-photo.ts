import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { pictureWords } from '#platform/pictures/insert-picture.ts';
import { mayKeepPhotos } from '../policy.ts';
import { photoFacts } from './photo-facts.ts';
import { lockPhotos, photoName } from './saving/locked-photos.ts';
import { settlePhotos } from './saving/settle-photos.ts';

const percent = z.coerce.number().int('Un nombre entier.').min(0, 'Entre 0 et 100.').max(100, 'Entre 0 et 100.');

const input = pictureWords.extend(photoFacts.shape).extend({
  imageId: z.uuid(),
  /** The version that was read: someone else may have saved since. */
  version: z.coerce.number().int(),
  isDecorative: z.boolean(),
  focalX: percent,
  focalY: percent,
});

/** Says what a photo shows, who took it, when and where, which point of it must stay in view, and who may see it. */
export const describePhoto = command({
  name: 'photos.describe',
  input,
  allow: mayKeepPhotos,
  async run(work, photo) {
    const { imageId, alternative, credit, visibility, focalX, focalY } = photo;
    const stored = (await lockPhotos(work.db, [imageId])).get(imageId);
    if (!stored || stored.isTrashed) return refuse('not_found');
    if (stored.version !== photo.version) return refuse('changed_since');
    const words = photo.isDecorative ? '' : alternative;
    await work.db.execute(sql`update stored_images set alternative = ${words}, credit = ${credit},
      visibility = ${visibility}, focal_x = ${focalX}, focal_y = ${focalY} where id = ${imageId}`);
    await work.db
      .execute(sql`update photos set taken_on = ${photo.takenOn}, occasion = ${photo.occasion}, place = ${photo.place},
      keywords = array(select jsonb_array_elements_text(${JSON.stringify(photo.keywords)}::jsonb)),
      is_decorative = ${photo.isDecorative}, is_for_press = ${photo.isForPress}, rights_note = ${photo.rightsNote},
      version = version + 1, updated_at = ${work.now().toString()} where image_id = ${imageId}`);
    await settlePhotos(work, [imageId]);
    work.record({
      subjectKind: 'photo',
      subjectId: imageId,
      summary: `Photothèque : ${photoName({ ...stored, alternative: words })} modifiée`,
    });
    return accept({ imageId });
  },
});

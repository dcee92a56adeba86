import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import { accept, refuse, type Outcome } from '#platform/outcome/outcome.ts';
import { drawPicture, removeVariants } from '#platform/pictures/draw-picture.ts';
import { drawnPicture } from '#platform/pictures/insert-picture.ts';
import type { PictureVariant } from '#platform/pictures/picture.ts';
import { mayKeepPhotos } from '../policy.ts';
import { hashOf, photoSizes } from './keep-photo.ts';
import { lockPhotos, photoName } from './saving/locked-photos.ts';
import { settlePhotos } from './saving/settle-photos.ts';

const input = drawnPicture.extend({
  imageId: z.uuid(),
  contentHash: z.string().length(64),
  fileName: z.string().max(200),
  /** The same shot, cut or retouched: what people agreed to still holds. */
  isSameShot: z.boolean(),
});

const recordReplacement = command({
  name: 'photos.replace',
  input,
  allow: mayKeepPhotos,
  async run(work, { imageId, contentHash, fileName, isSameShot, ...drawn }) {
    const photo = (await lockPhotos(work.db, [imageId])).get(imageId);
    if (!photo || photo.isTrashed) return refuse('not_found');
    const { rows: others } = await work.db.execute(
      sql`select 1 from photos where content_hash = ${contentHash} and image_id <> ${imageId}`,
    );
    if (others.length > 0) return refuse('known');
    const { rows } = await work.db.execute<{ variants: PictureVariant[] }>(
      sql`select variants from stored_images where id = ${imageId} for update`,
    );
    await work.db.execute(sql`update stored_images set width = ${drawn.width}, height = ${drawn.height},
      variants = ${JSON.stringify(drawn.variants)}::jsonb, bytes = ${drawn.bytes}, focal_x = 50, focal_y = 50 where id = ${imageId}`);
    await work.db
      .execute(sql`update photos set content_hash = ${contentHash}, file_name = ${fileName}, version = version + 1,
      updated_at = ${work.now().toString()} where image_id = ${imageId}`);
    if (!isSameShot) {
      await work.db.execute(sql`delete from photo_people where image_id = ${imageId}`);
      await work.db.execute(sql`update photos set people = 'unsaid' where image_id = ${imageId}`);
    }
    await settlePhotos(work, [imageId]);
    work.record({ subjectKind: 'photo', subjectId: imageId, summary: `Photothèque : ${photoName(photo)} remplacée` });
    return accept({ imageId, replaced: rows[0]?.variants ?? [] });
  },
});

/**
 * Puts another file in the place of a photo, on every page at once. Unless it is the same shot, nobody agreed to it yet.
 * The refusal carries a French message under the field `file`.
 */
export async function replacePhoto(
  ctx: Context,
  ports: Pick<Ports, 'files' | 'images'>,
  {
    imageId,
    bytes,
    fileName,
    isSameShot,
  }: { imageId: string; bytes: Uint8Array; fileName: string; isSameShot: boolean },
): Promise<Outcome<{ imageId: string }>> {
  if (!mayKeepPhotos(ctx.actor)) return refuse('forbidden');
  const drawn = await drawPicture(ctx.hubId, ports, bytes, photoSizes);
  if (!drawn.ok) return drawn;
  let unused: readonly PictureVariant[] = drawn.value.variants;
  try {
    const outcome = await execute(ctx, recordReplacement, {
      ...drawn.value,
      imageId,
      contentHash: hashOf(bytes),
      fileName: fileName.slice(0, 200),
      isSameShot,
    });
    if (outcome.ok) unused = outcome.value.replaced;
    if (!outcome.ok && outcome.reason === 'known')
      return refuse('known', { fields: { file: 'Cette photo est déjà dans la photothèque, sous une autre fiche.' } });
    return outcome;
  } finally {
    await removeVariants(ports.files, unused);
  }
}

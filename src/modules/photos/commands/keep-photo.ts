import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import { accept, refuse, type Outcome } from '#platform/outcome/outcome.ts';
import { drawPicture, removeVariants } from '#platform/pictures/draw-picture.ts';
import { mayKeepPhotos, maySendPhotos } from '../policy.ts';
import { addPhoto, type firstAgreement } from './add-photo.ts';
import type { photoFacts } from './photo-facts.ts';
import { restorePhotos } from './trash-photos.ts';

/** A photo to enter in the bank. */
export interface PhotoToKeep {
  bytes: Uint8Array;
  fileName: string;
  alternative: string;
  credit: string;
  visibility?: 'public' | 'members' | 'staff';
  isDecorative?: boolean;
  facts?: z.input<typeof photoFacts>;
  agreement?: z.input<typeof firstAgreement>;
}

export interface KeptPhoto {
  imageId: string;
  /** True when the bank already held this very photo: nothing of what was said of it changed. */
  wasKnown: boolean;
}

/** Sizes made of each photo of the bank; the JPEG is what the press downloads. */
export const photoSizes = { widths: [320, 640, 1280], jpegWidth: 2400 } as const;

/**
 * Enters an upload in the bank: redrawn in several sizes, its day proposed from what the camera wrote, and recognised
 * when it was sent before. A refusal carries a French message under the field `file` and leaves nothing behind.
 */
export async function keepPhoto(
  ctx: Context,
  ports: Pick<Ports, 'files' | 'images'>,
  photo: PhotoToKeep,
): Promise<Outcome<KeptPhoto>> {
  if (!maySendPhotos(ctx.actor)) return refuse('forbidden');
  const contentHash = hashOf(photo.bytes);
  const known = await knownPhoto(ctx, contentHash);
  if (known) return known;
  const drawn = await drawPicture(ctx.hubId, ports, photo.bytes, photoSizes);
  if (!drawn.ok) return drawn;
  let isKept = false;
  try {
    const { alternative, credit, visibility = 'public', isDecorative = false, facts = {}, agreement = {} } = photo;
    const outcome = await execute(ctx, addPhoto, {
      ...drawn.value,
      contentHash,
      fileName: photo.fileName.slice(0, 200),
      alternative,
      credit,
      visibility,
      isDecorative,
      facts: { ...facts, takenOn: facts.takenOn ?? drawn.value.takenOn },
      agreement,
    });
    isKept = outcome.ok;
    if (outcome.ok) return accept({ imageId: outcome.value.imageId, wasKnown: false });
    const other = outcome.reason === 'known' ? await knownPhoto(ctx, contentHash) : null;
    return other ?? refuse(outcome.reason, { fields: { ...outcome.fields } });
  } finally {
    if (!isKept) await removeVariants(ports.files, drawn.value.variants);
  }
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function knownPhoto(ctx: Context, contentHash: string): Promise<Outcome<KeptPhoto> | null> {
  const { rows } = await ctx.db.execute<{ id: string; trashed: boolean }>(sql`
    select image_id as id, trashed_at is not null as trashed from photos where content_hash = ${contentHash}`);
  const [photo] = rows;
  if (!photo) return null;
  if (photo.trashed) {
    if (!mayKeepPhotos(ctx.actor))
      return refuse('trashed', { fields: { file: 'L’équipe a retiré cette photo : choisissez-en une autre.' } });
    await execute(ctx, restorePhotos, { ids: [photo.id] });
  }
  return accept({ imageId: photo.id, wasKnown: true });
}

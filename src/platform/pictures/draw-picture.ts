import { newFileKey } from '../files/file-key.ts';
import type { FileStore } from '../files/file-store.ts';
import { ImageRefused } from '../images/image-refused.ts';
import type { VariantOptions } from '../images/make-image-variants.ts';
import type { Ports } from '../context/ports.ts';
import { accept, refuse, type Outcome } from '../outcome/outcome.ts';
import type { PictureVariant } from './picture.ts';

/** An upload redrawn and stored, that no row knows yet. */
export interface DrawnPicture {
  width: number;
  height: number;
  /** The day written by the camera, ISO. */
  takenOn: string | null;
  variants: PictureVariant[];
  /** Weight of all its files. */
  bytes: number;
}

/**
 * Redraws an upload in several sizes and stores them. A refused or failed upload leaves no file. The refusal carries a
 * French message under the field `file`.
 */
export async function drawPicture(
  hubId: string,
  { files, images }: Pick<Ports, 'files' | 'images'>,
  upload: Uint8Array,
  options: VariantOptions = {},
): Promise<Outcome<DrawnPicture>> {
  const variants: PictureVariant[] = [];
  try {
    const drawn = await images.make(upload, options);
    for (const { format, width, height, bytes } of drawn.variants) {
      const key = newFileKey(`images/${hubId}`, format);
      await files.put(key, bytes, { contentType: `image/${format}` });
      variants.push({ format, width, height, key });
    }
    const bytes = drawn.variants.reduce((sum, variant) => sum + variant.bytes.length, 0);
    return accept({ ...drawn.original, takenOn: drawn.takenOn, variants, bytes });
  } catch (error) {
    await removeVariants(files, variants);
    if (error instanceof ImageRefused) return refuse(error.reason, { fields: { file: error.message } });
    throw error;
  }
}

/** Deletes the files of a picture. */
export async function removeVariants(files: FileStore, variants: readonly PictureVariant[]): Promise<void> {
  for (const { key } of variants) await files.delete(key);
}

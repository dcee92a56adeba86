import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '../command/command.ts';
import { execute } from '../command/execute.ts';
import type { Context } from '../context/context.ts';
import { newFileKey } from '../files/file-key.ts';
import type { FileStore } from '../files/file-store.ts';
import { ImageRefused } from '../images/image-refused.ts';
import type { ImageVariants } from '../images/make-image-variants.ts';
import type { Ports } from '../context/ports.ts';
import { accept, refuse, type Outcome } from '../outcome/outcome.ts';
import type { PictureVariant } from './picture.ts';

/** What is said of a picture when it is uploaded. */
export interface PictureToKeep {
  bytes: Uint8Array;
  /** What it shows, for those who do not see it; empty when it only decorates. */
  alternative: string;
  credit: string;
  visibility: 'public' | 'members' | 'staff';
}

const recordPicture = command({
  name: 'pictures.keep',
  input: z.object({
    width: z.int().positive(),
    height: z.int().positive(),
    variants: z.array(
      z.object({ format: z.enum(['avif', 'webp', 'jpeg']), width: z.int(), height: z.int(), key: z.string() }),
    ),
    bytes: z.int(),
    alternative: z.string().trim().max(300, 'La description tient en 300 caractères.'),
    credit: z.string().trim().max(120, 'Le crédit tient en 120 caractères.'),
    visibility: z.enum(['public', 'members', 'staff']),
  }),
  // Whoever holds a form with a picture may send one; the act that shows it is checked by its own module.
  allow: () => true,
  async run(ctx, input) {
    const id = ctx.newId();
    await ctx.db
      .execute(sql`insert into stored_images (id, width, height, variants, alternative, credit, visibility, bytes, created_by, created_at)
      values (${id}, ${input.width}, ${input.height}, ${JSON.stringify(input.variants)}::jsonb, ${input.alternative}, ${input.credit},
        ${input.visibility}, ${input.bytes}, ${ctx.actor?.personId ?? null}, ${ctx.now().toString()})`);
    ctx.record({ subjectKind: 'picture', subjectId: id, summary: 'Image ajoutée' });
    return accept({ imageId: id });
  },
});

/**
 * Redraws an upload in several sizes, stores them and records the picture. A refused or failed upload leaves no file.
 * The refusal carries a French message under the field `file`.
 */
export async function keepPicture(
  ctx: Context,
  { files, images }: Pick<Ports, 'files' | 'images'>,
  picture: PictureToKeep,
): Promise<Outcome<{ imageId: string }>> {
  let drawn: ImageVariants;
  try {
    drawn = await images.make(picture.bytes);
  } catch (error) {
    if (error instanceof ImageRefused) return refuse(error.reason, { fields: { file: error.message } });
    throw error;
  }
  const variants: PictureVariant[] = [];
  const bytes = drawn.variants.reduce((sum, variant) => sum + variant.bytes.length, 0);
  try {
    for (const { format, width, height, bytes: content } of drawn.variants) {
      const key = newFileKey(`images/${ctx.hubId}`, format);
      await files.put(key, content, { contentType: `image/${format}` });
      variants.push({ format, width, height, key });
    }
    const { alternative, credit, visibility } = picture;
    const outcome = await execute(ctx, recordPicture, {
      ...drawn.original,
      variants,
      bytes,
      alternative,
      credit,
      visibility,
    });
    if (!outcome.ok) await removeFiles(files, variants);
    return outcome;
  } catch (error) {
    await removeFiles(files, variants);
    throw error;
  }
}

async function removeFiles(files: FileStore, variants: readonly PictureVariant[]): Promise<void> {
  for (const { key } of variants) await files.delete(key);
}

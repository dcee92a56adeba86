import { command } from '../command/command.ts';
import { execute } from '../command/execute.ts';
import type { Context } from '../context/context.ts';
import type { Ports } from '../context/ports.ts';
import { accept, type Outcome } from '../outcome/outcome.ts';
import { drawPicture, removeVariants } from './draw-picture.ts';
import { drawnPicture, insertPicture, pictureWords } from './insert-picture.ts';

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
  input: drawnPicture.extend(pictureWords.shape),
  // Whoever holds a form with a picture may send one; the act that shows it is checked by its own module.
  allow: () => true,
  async run(work, input) {
    const imageId = await insertPicture(work, input);
    work.record({ subjectKind: 'picture', subjectId: imageId, summary: 'Image ajoutée' });
    return accept({ imageId });
  },
});

/**
 * Redraws an upload in several sizes, stores them and records the picture, outside of the photo bank (a logo). A
 * refused or failed upload leaves no file. The refusal carries a French message under the field `file`.
 */
export async function keepPicture(
  ctx: Context,
  ports: Pick<Ports, 'files' | 'images'>,
  { bytes, ...words }: PictureToKeep,
): Promise<Outcome<{ imageId: string }>> {
  const drawn = await drawPicture(ctx.hubId, ports, bytes);
  if (!drawn.ok) return drawn;
  try {
    const outcome = await execute(ctx, recordPicture, { ...drawn.value, ...words });
    if (!outcome.ok) await removeVariants(ports.files, drawn.value.variants);
    return outcome;
  } catch (error) {
    await removeVariants(ports.files, drawn.value.variants);
    throw error;
  }
}

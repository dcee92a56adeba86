import { createHash } from 'node:crypto';
import type { FileStore } from '#platform/files/file-store.ts';
import { FileMissing } from '#platform/files/storage-error.ts';
import { isId } from '#platform/ids/ids.ts';
import type { ShareImageDrawer } from '#platform/share-images/share-image-drawer.ts';
import type { ComposedShareImage } from './compose-share-image.ts';

/** Drawn pictures, kept in the file store by what they show. */
export interface KeptShareImages {
  of(
    hubId: string,
    subject: string,
    composed: ComposedShareImage,
  ): Promise<{ bytes: Uint8Array<ArrayBuffer>; etag: string }>;
}

/** Grows when the drawing changes. */
const edition = 2;

/** Draws each picture once; one of another content replaces it. */
export function keepShareImages(files: FileStore, drawer: ShareImageDrawer): KeptShareImages {
  const drawing = new Map<string, Promise<Uint8Array>>();

  async function draw(folder: string, key: string, { image, photo }: ComposedShareImage): Promise<Uint8Array> {
    const bytes = photo ? await readOrNull(files, photo.variant.key) : null;
    const drawn = await drawer.draw({
      ...image,
      photo: bytes && photo ? { bytes, focalX: photo.focalX, focalY: photo.focalY } : null,
    });
    for await (const former of files.list(folder)) if (former !== key) await files.delete(former);
    await files.put(key, drawn, { contentType: 'image/png' });
    return drawn;
  }

  return {
    async of(hubId, subject, composed) {
      const content = createHash('sha256')
        .update(JSON.stringify([edition, composed]))
        .digest('hex')
        .slice(0, 32);
      const folder = `${folderOf(hubId)}/${subject}`;
      const key = `${folder}/${content}.png`;
      let bytes = await readOrNull(files, key);
      if (!bytes) {
        let wanted = drawing.get(key);
        if (!wanted) {
          wanted = draw(folder, key, composed).finally(() => drawing.delete(key));
          drawing.set(key, wanted);
        }
        bytes = await wanted;
      }
      return { bytes: new Uint8Array(bytes), etag: `"${content}"` };
    },
  };
}

const folderOf = (hubId: string): string => `share/${hubId}`;

/** Deletes the pictures drawn for what is no longer `shown`, which nobody is sent any more: someone may be on them. */
export async function forgetShareImages(files: FileStore, hubId: string, shown: ReadonlySet<string>): Promise<void> {
  const folder = folderOf(hubId);
  for await (const key of files.list(folder)) {
    const [subject = ''] = key.slice(folder.length + 1).split('/');
    if (isId(subject) && !shown.has(subject)) await files.delete(key);
  }
}

async function readOrNull(files: FileStore, key: string): Promise<Uint8Array | null> {
  try {
    return await files.getBytes(key);
  } catch (error) {
    if (error instanceof FileMissing) return null;
    throw error;
  }
}

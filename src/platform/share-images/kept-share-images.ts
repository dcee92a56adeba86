import { createHash } from 'node:crypto';
import type { FileStore } from '../files/file-store.ts';
import { FileMissing } from '../files/storage-error.ts';
import type { Exchange } from '../http/exchange.ts';
import { isId } from '../ids/ids.ts';
import type { PictureVariant } from '../pictures/picture.ts';
import type { ShareImageDrawer } from './share-image-drawer.ts';
import type { ShareImage } from './share-image.ts';

/** A picture to draw, whose photo is still in the store. */
export interface ComposedShareImage {
  image: ShareImage;
  photo: { variant: PictureVariant; focalX: number; focalY: number } | null;
}

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
const usualRoot = 'share';

/** Draws each picture once; one of another content replaces it. `root` is the folder of the module that shows them. */
export function keepShareImages(files: FileStore, drawer: ShareImageDrawer, root = usualRoot): KeptShareImages {
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
      const folder = `${root}/${hubId}/${subject}`;
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

/** A year for a landscape; asked again each time when there is a photo, which someone on it may withdraw. */
export async function sendShareImage(
  exchange: Exchange,
  kept: KeptShareImages,
  subject: string,
  composed: ComposedShareImage,
  isLasting = composed.photo === null,
): Promise<Response> {
  const { bytes, etag } = await kept.of(exchange.hub.id, subject, composed);
  const headers = {
    etag,
    'cache-control': isLasting ? 'public, max-age=31536000, immutable' : 'public, no-cache',
    'content-type': 'image/png',
  };
  if (exchange.http.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(bytes, { headers });
}

/** Deletes the pictures drawn for what is no longer `shown`, which nobody is sent any more: someone may be on them. */
export async function forgetShareImages(
  files: FileStore,
  hubId: string,
  shown: ReadonlySet<string>,
  root = usualRoot,
): Promise<void> {
  const folder = `${root}/${hubId}`;
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

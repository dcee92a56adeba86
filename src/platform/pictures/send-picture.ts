import { Readable } from 'node:stream';
import type { FileStore } from '../files/file-store.ts';
import { FileMissing } from '../files/storage-error.ts';
import type { Exchange } from '../http/exchange.ts';
import type { PictureVariant } from './picture.ts';

/**
 * Sends one form of a picture. Who may see it was checked before.
 *
 * Public pictures are kept by browsers and proxies but asked about each time (`no-cache`, answered 304 by the tag): a
 * person who withdraws her agreement must disappear at once from everywhere, which a long life in caches would forbid.
 * The tag is the file's key, made anew for each upload.
 */
export async function sendPicture(
  exchange: Exchange,
  files: FileStore,
  variant: PictureVariant,
  options: { isPublic: boolean; fileName?: string },
): Promise<Response> {
  const etag = `"${variant.key.slice(variant.key.lastIndexOf('/') + 1)}"`;
  const headers: Record<string, string> = {
    etag,
    'cache-control': options.isPublic ? 'public, no-cache' : 'private, no-store',
  };
  if (options.isPublic && sameTag(exchange.http.req.header('if-none-match'), etag))
    return new Response(null, { status: 304, headers });
  try {
    const content = await files.getStream(variant.key);
    headers['content-type'] = `image/${variant.format}`;
    headers['content-disposition'] = options.fileName ? `attachment; filename="${options.fileName}"` : 'inline';
    return new Response(Readable.toWeb(content) as ReadableStream, { headers });
  } catch (error) {
    if (error instanceof FileMissing) return exchange.notFound();
    throw error;
  }
}

function sameTag(asked: string | undefined, etag: string): boolean {
  return asked?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;
}

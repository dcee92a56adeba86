import { Readable } from 'node:stream';
import type { FileStore } from '../files/file-store.ts';
import { FileMissing } from '../files/storage-error.ts';
import type { Exchange, RouteList } from '../http/exchange.ts';
import { isId } from '../ids/ids.ts';
import { mediaTypes } from './file-types.ts';
import { mayOpenFile, readStoredFile, type StoredFile } from './stored-file.ts';

/** Serves stored documents: `/fichiers/<id>/<name>`. Those of members and staff ask for the session each time. */
export function fileRoutes(files: FileStore) {
  return (routes: RouteList): void => {
    routes.get('/fichiers/:id/:name', 'anyone', (exchange) => sendFile(exchange, files));
  };
}

async function sendFile(exchange: Exchange, files: FileStore): Promise<Response> {
  const id = exchange.param('id');
  const file = isId(id) ? await readStoredFile(exchange.ctx.db, id) : null;
  if (!file || !mayOpenFile(exchange.actor, file)) return exchange.notFound();
  const isPublic = file.visibility === 'public';
  const etag = `"${file.id}"`;
  const headers: Record<string, string> = {
    etag,
    // Asked about each time: a document taken off must be gone at once.
    'cache-control': isPublic ? 'public, no-cache' : 'private, no-store',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': isPublic ? 'all' : 'noindex',
  };
  if (isPublic && exchange.http.req.header('if-none-match')?.includes(etag))
    return new Response(null, { status: 304, headers });
  try {
    const content = await files.getStream(file.key);
    return new Response(Readable.toWeb(content) as ReadableStream, {
      headers: {
        ...headers,
        'content-type': mediaTypes[file.type],
        'content-length': String(file.bytes),
        'content-disposition': disposition(file),
      },
    });
  } catch (error) {
    if (error instanceof FileMissing) return exchange.notFound();
    throw error;
  }
}

/** A PDF opens in the browser; the rest is saved. Both spellings of the name, as RFC 6266 §5 advises. */
function disposition({ name, type }: StoredFile): string {
  const plain = name.normalize('NFD').replaceAll(/[^\w .()-]/g, '');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${type === 'pdf' ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { createShareImageDrawer } from '#platform/share-images/share-image-drawer.ts';
import { isPublicationKind } from '../../../domain/publication.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { readPublication } from '../../../queries/stored-publication.ts';
import { composeHomeShareImage, composeShareImage, type ComposedShareImage } from './compose-share-image.ts';
import { keepShareImages, type KeptShareImages } from './kept-share-images.ts';
import { homeShareImagePath, shareImagePath } from './share-image-of.ts';

const file = /^([0-9a-f-]{36})-(\d{1,9})\.png$/;

/** The pictures that networks show of our links. */
export function shareImageRoutes(routes: RouteList, deps: PublishingDependencies): void {
  const kept = keepShareImages(deps.ports.files, createShareImageDrawer());
  const options = { shared: 'data', perMinute: 120 } as const;
  routes.get(homeShareImagePath, 'anyone', (exchange) => sendHomeImage(exchange, deps, kept), options);
  routes.get('/images/partage/:kind/:file', 'anyone', (exchange) => sendShareImage(exchange, deps, kept), options);
}

async function sendHomeImage(
  exchange: Exchange,
  deps: PublishingDependencies,
  kept: KeptShareImages,
): Promise<Response> {
  return send(exchange, kept, 'accueil', composeHomeShareImage(await deps.hubLook(exchange.hub.id)));
}

/** `GET /images/partage/:kind/<id>-<version>.png`: only of what everyone may read. */
async function sendShareImage(
  exchange: Exchange,
  deps: PublishingDependencies,
  kept: KeptShareImages,
): Promise<Response> {
  const kind = exchange.param('kind');
  const [, id = '', version = ''] = file.exec(exchange.param('file')) ?? [];
  const publication = isPublicationKind(kind) && isId(id) ? await readPublication(exchange.ctx.db, id) : null;
  if (!publication || publication.kind !== kind || publication.status !== 'published' || publication.trashedAt)
    return exchange.notFound();
  if (Number(version) !== publication.version)
    return exchange.redirect(shareImagePath(publication.kind, id, publication.version));
  return send(exchange, kept, id, await composeShareImage(exchange.ctx, deps, publication));
}

/** A year for a landscape; asked again each time when there is a photo, which someone on it may withdraw. */
async function send(
  exchange: Exchange,
  kept: KeptShareImages,
  subject: string,
  composed: ComposedShareImage,
): Promise<Response> {
  const { bytes, etag } = await kept.of(exchange.hub.id, subject, composed);
  const isLasting = composed.photo === null && subject !== 'accueil';
  const headers = {
    etag,
    'cache-control': isLasting ? 'public, max-age=31536000, immutable' : 'public, no-cache',
    'content-type': 'image/png',
  };
  if (exchange.http.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(bytes, { headers });
}

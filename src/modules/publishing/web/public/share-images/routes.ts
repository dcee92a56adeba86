import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { keepShareImages, sendShareImage, type KeptShareImages } from '#platform/share-images/kept-share-images.ts';
import { createShareImageDrawer } from '#platform/share-images/share-image-drawer.ts';
import { isPublicationKind } from '../../../domain/publication.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { readPublication } from '../../../queries/stored-publication.ts';
import { composeHomeShareImage, composeShareImage } from './compose-share-image.ts';
import { homeShareImagePath, shareImagePath } from './share-image-of.ts';

const file = /^([0-9a-f-]{36})-(\d{1,9})\.png$/;

/** The pictures that networks show of our links. */
export function shareImageRoutes(routes: RouteList, deps: PublishingDependencies): void {
  const kept = keepShareImages(deps.ports.files, createShareImageDrawer());
  const options = { shared: 'data', perMinute: 120 } as const;
  routes.get(homeShareImagePath, 'anyone', (exchange) => sendHomeImage(exchange, deps, kept), options);
  routes.get('/images/partage/:kind/:file', 'anyone', (exchange) => sendImage(exchange, deps, kept), options);
}

async function sendHomeImage(
  exchange: Exchange,
  deps: PublishingDependencies,
  kept: KeptShareImages,
): Promise<Response> {
  const composed = composeHomeShareImage(await deps.hubLook(exchange.hub.id));
  return sendShareImage(exchange, kept, 'accueil', composed, false);
}

/** `GET /images/partage/:kind/<id>-<version>.png`: only of what everyone may read. */
async function sendImage(exchange: Exchange, deps: PublishingDependencies, kept: KeptShareImages): Promise<Response> {
  const kind = exchange.param('kind');
  const [, id = '', version = ''] = file.exec(exchange.param('file')) ?? [];
  const publication = isPublicationKind(kind) && isId(id) ? await readPublication(exchange.ctx.db, id) : null;
  if (!publication || publication.kind !== kind || publication.status !== 'published' || publication.trashedAt)
    return exchange.notFound();
  if (Number(version) !== publication.version)
    return exchange.redirect(shareImagePath(publication.kind, id, publication.version));
  return sendShareImage(exchange, kept, id, await composeShareImage(exchange.ctx, deps, publication));
}

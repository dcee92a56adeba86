import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { readPicture } from '#platform/pictures/picture.ts';
import { keepShareImages, sendShareImage, type KeptShareImages } from '#platform/share-images/kept-share-images.ts';
import { createShareImageDrawer } from '#platform/share-images/share-image-drawer.ts';
import { sharePicture } from '#ui/relief/share-picture.ts';
import { eventTypeFacts } from '../../../domain/event-types.ts';
import { shareImageFolder } from '../../../jobs/forget-share-images.ts';
import { agendaPath } from '../../../paths.ts';
import type { AgendaDependencies } from '../../../ports.ts';
import { isPublic, readEvent, type StoredEvent } from '../../../queries/stored-event.ts';

const file = /^([0-9a-f-]{36})-(\d{1,9})\.png$/;

/** Address of the picture that networks show of a version of an event. */
export function shareImagePath({ id, version }: Pick<StoredEvent, 'id' | 'version'>): string {
  return `${agendaPath}/partage/${id}-${version}.png`;
}

export function shareImageRoutes(routes: RouteList, deps: AgendaDependencies): void {
  const kept = keepShareImages(deps.ports.files, createShareImageDrawer(), shareImageFolder);
  routes.get(`${agendaPath}/partage/:file`, 'anyone', (exchange) => sendEventImage(exchange, deps, kept), {
    shared: 'data',
    perMinute: 120,
  });
}

/** `GET /agenda/partage/<id>-<version>.png`: only of what everyone may read. */
async function sendEventImage(exchange: Exchange, deps: AgendaDependencies, kept: KeptShareImages): Promise<Response> {
  const [, id = '', version = ''] = file.exec(exchange.param('file')) ?? [];
  const event = isId(id) ? await readEvent(exchange.ctx.db, id) : null;
  if (!event || !isPublic(event)) return exchange.notFound();
  if (Number(version) !== event.version) return exchange.redirect(shareImagePath(event));
  const { type, title, isOwn, imageId } = event.fields;
  const [look, picture] = await Promise.all([
    deps.hubLook(exchange.hub.id),
    imageId ? readPicture(exchange.ctx.db, imageId) : null,
  ]);
  const { hue, label } = eventTypeFacts[type];
  const words = { id, hue, title, label: `${label} · ${isOwn ? 'le pôle' : 'chez nos voisins'}` };
  return sendShareImage(exchange, kept, id, sharePicture(look, words, picture));
}

import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { sendPicture } from '#platform/pictures/send-picture.ts';
import { recentPhotos } from '../../queries/recent-photos.ts';
import { photoVariants } from '../../queries/photo-sheet.ts';
import type { PhotosDependencies } from '../../ports.ts';

/** `GET /gestion/photos/:id/image/:width`: a photo for those who keep it, hidden or in the trash as well. */
export async function sendOfficeImage(exchange: Exchange, deps: PhotosDependencies): Promise<Response> {
  const id = exchange.param('id');
  const width = Number(exchange.param('width'));
  if (!isId(id) || !Number.isInteger(width)) return exchange.notFound();
  const webp = (await photoVariants(exchange.ctx.db, id))
    .filter(({ format }) => format === 'webp')
    .sort((a, b) => a.width - b.width);
  const variant = webp.find((one) => one.width >= width) ?? webp.at(-1);
  if (!variant) return exchange.notFound();
  return sendPicture(exchange, deps.ports.files, variant, { isPublic: false });
}

/** `GET /gestion/photos/choisir?q=`: what a picture field proposes, as JSON. */
export async function sendPicker(exchange: Exchange): Promise<Response> {
  const photos = await recentPhotos(exchange.ctx, { words: exchange.query('q').slice(0, 200) });
  return exchange.http.json(photos, 200, { 'cache-control': 'private, no-store' });
}

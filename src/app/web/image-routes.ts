import type { FileStore } from '#platform/files/file-store.ts';
import { hasRole } from '#platform/context/context.ts';
import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { isPictureOf, readPicture, variantFor, type StoredPicture } from '#platform/pictures/picture.ts';
import { sendPicture } from '#platform/pictures/send-picture.ts';

const name = /^(\d{2,4})\.(avif|webp|jpeg)$/;

/**
 * Serves stored pictures: `/images/<id>/<width>.<format>`. Those of members and staff ask for the session each time;
 * those removed, or withheld for want of an agreement, do not exist.
 */
export function imageRoutes(files: FileStore) {
  return (routes: RouteList): void => {
    routes.get('/images/:id/:name', 'anyone', (exchange) => serveImage(exchange, files), { shared: 'data' });
  };
}

async function serveImage(exchange: Exchange, files: FileStore): Promise<Response> {
  const id = exchange.param('id');
  const asked = name.exec(exchange.param('name'));
  const picture = asked && isId(id) ? await readPicture(exchange.ctx.db, id) : null;
  const variant =
    picture && asked && (await maySee(exchange, picture))
      ? variantFor(picture, Number(asked[1]), asked[2] ?? '')
      : null;
  if (!picture || !variant) return exchange.notFound();
  return sendPicture(exchange, files, variant, { isPublic: picture.visibility === 'public' });
}

/** Who sent a picture sees it, whoever else does. */
async function maySee({ actor, ctx }: Exchange, { id, visibility }: StoredPicture): Promise<boolean> {
  if (visibility === 'public' || hasRole(actor, 'employee', 'board_member')) return true;
  if (visibility === 'members' && hasRole(actor, 'member', 'contributor')) return true;
  return actor !== null && isPictureOf(ctx.db, id, actor.personId);
}

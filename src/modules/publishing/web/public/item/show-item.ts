import type { Exchange, PageView } from '#platform/http/exchange.ts';
import type { PublicationKind } from '../../../domain/publication.ts';
import { publicationPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { publicationAt, type StoredPublication } from '../../../queries/stored-publication.ts';

/** Draws the public page of a publication; the preview of a draft uses the same. */
export type ItemView<Kind extends PublicationKind> = (
  exchange: Exchange,
  deps: PublishingDependencies,
  publication: StoredPublication<Kind>,
) => Promise<PageView>;

/** Answers at `/<folder>/:slug`: the page, the way to where it moved, or nothing. */
export async function showItem<Kind extends PublicationKind>(
  exchange: Exchange,
  deps: PublishingDependencies,
  kind: Kind,
  view: ItemView<Kind>,
): Promise<Response> {
  const found = await publicationAt(exchange.ctx.db, kind, exchange.param('slug'));
  if (!found) return exchange.notFound();
  if ('movedTo' in found) return exchange.http.redirect(publicationPath(kind, found.movedTo), 301);
  return exchange.page(await view(exchange, deps, found.publication));
}

import { feedUrls, sendFeed, type FeedFormat } from '#platform/feeds/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { directoryPath, organizationPath } from '../../paths.ts';
import type { DirectoryDependencies } from '../../ports.ts';
import { filtersOf } from '../../queries/directory-list.ts';
import { newestOrganizations, type NewestOrganization } from '../../queries/newest-organizations.ts';
import { readDirectoryQuery } from '../directory-query.ts';

const mostItems = 30;
const never = Temporal.Instant.fromEpochMilliseconds(0);

/** `GET /annuaire.rss`, `.atom`, `.json`: the newest structures, narrowed as the list is. */
export async function sendDirectoryFeed(
  exchange: Exchange,
  deps: DirectoryDependencies,
  format: FeedFormat,
): Promise<Response> {
  const { origin } = exchange.hub;
  const { filters } = await filtersOf(exchange.ctx, readDirectoryQuery(exchange.url.searchParams));
  const [look, items] = await Promise.all([
    deps.hubLook(exchange.hub.id),
    newestOrganizations(exchange.ctx, filters, mostItems),
  ]);
  const feed = {
    title: `Nouvelles structures — ${look.name}`,
    description: 'Les structures qui viennent d’entrer dans l’annuaire.',
    homeUrl: origin + directoryPath,
    urls: feedUrls(origin + directoryPath),
    author: look.name,
    websubHub: null,
    updatedAt: items[0]?.publishedAt ?? never,
    items: items.map((item) => ({
      id: `urn:uuid:${item.id}`,
      url: origin + organizationPath(item.slug),
      title: item.name,
      summary: describe(item),
      html: '',
      author: item.name,
      categories: [],
      publishedAt: item.publishedAt,
      updatedAt: item.publishedAt,
      image: item.photo ? { url: `${origin}/images/${item.photo.id}/640.webp`, type: 'image/webp' } : null,
    })),
  };
  return sendFeed(exchange, feed, format);
}

function describe({ mission, city }: NewestOrganization): string {
  return [mission, city].filter(Boolean).join(' — ');
}

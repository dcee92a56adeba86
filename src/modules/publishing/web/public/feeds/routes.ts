import { feedFormats, sendFeed, type FeedFormat } from '#platform/feeds/index.ts';
import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { listPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { feedDoors } from '../../../queries/feed-doors.ts';
import { composeFeed } from './compose-feed.ts';
import { allFeedsPath, feedOfDoor, feedsOfAll, listFeeds, topicFeeds } from './feed-list.ts';
import { showFeeds } from './feeds-page.tsx';

const keptData = { kept: true, shared: 'data' } as const;

/** The feeds of what is published. To list before the pages of one item. */
export function feedRoutes(routes: RouteList, deps: PublishingDependencies): void {
  routes.get(allFeedsPath, 'anyone', (exchange) => showFeeds(exchange, deps), { kept: true });
  for (const feed of [feedsOfAll, ...listFeeds])
    for (const format of feedFormats)
      routes.get(
        `${feed.base}.${format}`,
        'anyone',
        async (exchange) => sendFeed(exchange, await composeFeed(exchange, deps, feed), format),
        keptData,
      );
  routes.get(`${allFeedsPath}/:file${fileName}`, 'anyone', (exchange) => sendDoorFeed(exchange, deps), keptData);
  for (const kind of ['news', 'watch'] as const)
    routes.get(`${listPath(kind)}/:file${fileName}`, 'anyone', (exchange) => sendTopicFeed(exchange, deps), keptData);
}

const fileName = '{[a-z0-9-]+\\.(?:rss|atom|json)}';

/** `GET /actualites/<topic>.rss`, `/veille/<topic>.rss` */
async function sendTopicFeed(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const { pathname } = exchange.url;
  const [base, format] = [pathname.slice(0, pathname.lastIndexOf('.')), pathname.slice(pathname.lastIndexOf('.') + 1)];
  const feed = topicFeeds.find((one) => one.base === base);
  if (!feed) return exchange.notFound();
  return sendFeed(exchange, await composeFeed(exchange, deps, feed), format as FeedFormat);
}

/** `GET /flux/<door>.rss`: everything for one reader. */
async function sendDoorFeed(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const [tag, format] = exchange.param('file').split('.');
  const door = (await feedDoors(exchange.ctx)).find((one) => one.tag === tag);
  if (!door) return exchange.notFound();
  const feed = await composeFeed(exchange, deps, feedOfDoor(door));
  return sendFeed(exchange, feed, format as FeedFormat);
}

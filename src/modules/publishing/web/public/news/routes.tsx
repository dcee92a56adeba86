import type { RouteList } from '#platform/http/exchange.ts';
import { listPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { showItem } from '../item/show-item.ts';
import { showNewsList } from './news-list-page.tsx';
import { newsView } from './news-page.tsx';

const kept = { kept: true } as const;

/** The news everyone reads. `:slug` comes after the pages that stand beside it. */
export function newsRoutes(routes: RouteList, deps: PublishingDependencies): void {
  const list = listPath('news');
  routes.get(list, 'anyone', (exchange) => showNewsList(exchange, deps), kept);
  routes.get(`${list}/:slug`, 'anyone', (exchange) => showItem(exchange, deps, 'news', newsView), kept);
}

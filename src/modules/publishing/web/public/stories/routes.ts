import type { RouteList } from '#platform/http/exchange.ts';
import { listPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { showItem } from '../item/show-item.ts';
import { showStories } from './list-page.tsx';
import { storyView } from './story-page.tsx';

const kept = { kept: true } as const;

export function storyRoutes(routes: RouteList, deps: PublishingDependencies): void {
  const path = listPath('story');
  routes.get(path, 'anyone', (exchange) => showStories(exchange, deps), kept);
  routes.get(`${path}/:slug`, 'anyone', (exchange) => showItem(exchange, deps, 'story', storyView), kept);
}

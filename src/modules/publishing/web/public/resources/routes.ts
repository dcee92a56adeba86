import type { RouteList } from '#platform/http/exchange.ts';
import { publicationPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { improvePath, resourcesPath, usefulPath } from '../../../resource-paths.ts';
import { showItem } from '../item/show-item.ts';
import { receiveImprovement, showImprove } from './improve-page.tsx';
import { showResources } from './list-page.tsx';
import { resourceView } from './resource-page.tsx';
import { receiveUseful } from './useful.tsx';

/** The library. Its pages are drawn each time: votes and review days change without the site changing. */
export function resourceRoutes(routes: RouteList, deps: PublishingDependencies): void {
  routes.get(resourcesPath, 'anyone', (exchange) => showResources(exchange, deps), { perMinute: 240 });
  routes.post(usefulPath(':slug'), 'anyone', (exchange) => receiveUseful(exchange, deps), { perMinute: 20 });
  routes.get(improvePath(':slug'), 'anyone', showImprove);
  routes.post(improvePath(':slug'), 'anyone', receiveImprovement, { perMinute: 5 });
  routes.get(publicationPath('resource', ':slug'), 'anyone', (exchange) =>
    showItem(exchange, deps, 'resource', resourceView),
  );
}

import type { RouteList } from '#platform/http/exchange.ts';
import { proposePath, publicationPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { watchPath } from '../../../resource-paths.ts';
import { showItem } from '../item/show-item.ts';
import { showWatch } from './list-page.tsx';
import { receiveWatchProposal, showProposeWatch } from './propose-page.tsx';
import { watchView } from './watch-page.tsx';

export function watchRoutes(routes: RouteList, deps: PublishingDependencies): void {
  routes.get(watchPath, 'anyone', (exchange) => showWatch(exchange, deps), { kept: true });
  routes.get(proposePath('watch'), 'anyone', showProposeWatch);
  routes.post(proposePath('watch'), 'anyone', receiveWatchProposal, { perMinute: 5 });
  routes.get(publicationPath('watch', ':slug'), 'anyone', (exchange) => showItem(exchange, deps, 'watch', watchView));
}

import type { RouteList } from '#platform/http/exchange.ts';
import { listPath, publicationPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { showKeptItem } from '../pages/kept-page.ts';
import { doorView } from './door-view.tsx';
import { showDoors } from './doors-page.tsx';

/** The ways in, by who one is and by what one wants. */
export function doorRoutes(routes: RouteList, deps: PublishingDependencies): void {
  routes
    .get(listPath('door'), 'anyone', (exchange) => showDoors(exchange, deps), { kept: true })
    .get(publicationPath('door', ':slug'), 'anyone', (exchange) => showKeptItem(exchange, deps, 'door', doorView), {
      kept: true,
    });
}

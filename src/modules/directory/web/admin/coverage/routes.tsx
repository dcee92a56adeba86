import type { RouteList } from '#platform/http/exchange.ts';
import { keepers } from '../../../policy.ts';
import type { DirectoryDependencies } from '../../../ports.ts';
import { showCoverage } from './coverage-page.tsx';
import { coveragePath, unconfirmedPath } from './coverage-paths.ts';
import { receiveUnconfirmed, sendUnconfirmed, showUnconfirmed } from './unconfirmed-page.tsx';

/** How alive the directory is. To list before `/gestion/annuaire/:id`. */
export function coverageRoutes(routes: RouteList, deps: Pick<DirectoryDependencies, 'hubLook'>): void {
  routes.get(coveragePath, [...keepers, 'board_member'], (exchange) => showCoverage(exchange, deps));
  routes.get(unconfirmedPath, keepers, showUnconfirmed);
  routes.post(unconfirmedPath, keepers, receiveUnconfirmed);
  routes.get(`${unconfirmedPath}.csv`, keepers, sendUnconfirmed);
}

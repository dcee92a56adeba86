import type { RouteList } from '#platform/http/exchange.ts';
import { officePaths } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { receiveMenu, receiveMenuReset, showMenu } from './menu-page.tsx';

const team = ['employee'] as const;

/** The menu of the site. */
export function menuRoutes(routes: RouteList, deps: PublishingDependencies): void {
  routes
    .get(officePaths.menu, team, (exchange) => showMenu(exchange, deps))
    .post(officePaths.menu, team, (exchange) => receiveMenu(exchange, deps))
    .post(`${officePaths.menu}/remettre`, team, (exchange) => receiveMenuReset(exchange));
}

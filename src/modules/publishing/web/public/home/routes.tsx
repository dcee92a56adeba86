import type { RouteList } from '#platform/http/exchange.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { showHome } from './home-view.tsx';

/** The home. */
export function homeRoutes(routes: RouteList, deps: PublishingDependencies): void {
  routes.get('/', 'anyone', (exchange) => showHome(exchange, deps), { kept: true });
}

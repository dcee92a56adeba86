import type { RouteList } from '#platform/http/exchange.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { selfCheckPath } from '../self-check/check-address.ts';
import { showSelfCheck } from '../self-check/self-check-page.tsx';

/** What the words mean, and where one stands. */
export function plainWordsRoutes(routes: RouteList, deps: PublishingDependencies): void {
  // Not kept: its address carries the answers, and thousands of them.
  routes.get(selfCheckPath, 'anyone', (exchange) => showSelfCheck(exchange, deps));
}

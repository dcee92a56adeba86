import type { RouteList } from '#platform/http/exchange.ts';
import type { MembershipDependencies } from './ports.ts';
import { receiptRoutes } from './receipts/routes.ts';

/** The pages of what surrounds memberships: money, benefits, figures, agreements. */
export function moneyRoutes(routes: RouteList, deps: MembershipDependencies): void {
  receiptRoutes(routes, deps);
}

import type { RouteList } from '#platform/http/exchange.ts';
import type { MembershipSurroundings } from './ports.ts';
import { agreementRoutes } from './agreements/routes.ts';
import { benefitRoutes } from './benefits/routes.ts';
import { figureRoutes } from './figures/routes.ts';
import { reconciliationRoutes } from './reconciliation/routes.ts';
import { receiptRoutes } from './receipts/routes.ts';

/** The pages of what surrounds memberships: money, benefits, figures, agreements. */
export function moneyRoutes(routes: RouteList, deps: MembershipSurroundings): void {
  receiptRoutes(routes, deps);
  reconciliationRoutes(routes, deps);
  figureRoutes(routes);
  benefitRoutes(routes, deps);
  agreementRoutes(routes, deps);
}

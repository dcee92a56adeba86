import type { RouteList } from '#platform/http/exchange.ts';
import { moneyPaths } from '../money-paths.ts';
import { keepers } from '../policy.ts';
import type { MembershipSurroundings } from '../ports.ts';
import { receiveBenefit, receiveStatements, receiveUse, showBenefits } from './web/benefits-page.tsx';
import { leadToOwnYear, sendYear, showYear } from './web/year-page.tsx';

/** What membership brings, kept by the hub and read by its members. */
export function benefitRoutes(routes: RouteList, deps: MembershipSurroundings): void {
  routes
    .get(moneyPaths.benefits, keepers, (exchange) => showBenefits(exchange))
    .post(moneyPaths.benefit(':id'), keepers, receiveBenefit)
    .post(moneyPaths.statements, keepers, (exchange) => receiveStatements(exchange, deps))
    .post(moneyPaths.noteUse(':id'), keepers, receiveUse)
    .get(moneyPaths.ownYear, ['member'], (exchange) => leadToOwnYear(exchange, deps))
    .get(moneyPaths.year(':secret'), 'anyone', (exchange) => showYear(exchange, deps), { perMinute: 60 })
    .get(moneyPaths.yearFile(':secret'), 'anyone', (exchange) => sendYear(exchange, deps), { perMinute: 20 });
}

import type { RouteList } from '#platform/http/exchange.ts';
import { moneyPaths } from '../money-paths.ts';
import { keepers } from '../policy.ts';
import { sendFigureList, showFigureList, showFigures } from './web/figures-page.tsx';
import { showShowcase } from './web/showcase-page.tsx';

/** Figures of memberships, and the members that everyone may see. */
export function figureRoutes(routes: RouteList): void {
  routes
    .get(moneyPaths.figures, keepers, showFigures)
    .get(`${moneyPaths.figures}/liste`, keepers, showFigureList)
    .get(`${moneyPaths.figures}.csv`, keepers, sendFigureList)
    .get(moneyPaths.showcase, 'anyone', showShowcase);
}

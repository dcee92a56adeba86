import type { RouteList } from '#platform/http/exchange.ts';
import { figuresPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { sendFigures } from './figures-file.ts';
import { showFigures } from './figures-page.tsx';

export function figureRoutes(routes: RouteList, deps: PublishingDependencies): void {
  routes.get(`${figuresPath}.csv`, 'anyone', sendFigures, { shared: 'data' });
  routes.get(figuresPath, 'anyone', (exchange) => showFigures(exchange, deps), { kept: true });
}

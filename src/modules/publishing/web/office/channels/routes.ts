import type { RouteList } from '#platform/http/exchange.ts';
import { officePaths } from '../../../paths.ts';
import { contributors } from '../../../policy.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { showChannels } from './channels-page.tsx';
import { showSheetToPrint } from './print-page.tsx';

/** One entry for every channel. To list before `/gestion/contenus/:id`. */
export function channelRoutes(routes: RouteList, deps: PublishingDependencies): void {
  const path = officePaths.channels(':id');
  routes.get(path, contributors, (exchange) => showChannels(exchange, deps));
  routes.get(`${path}/affiche`, contributors, (exchange) => showSheetToPrint(exchange, deps));
}

import { photoBodyLimit } from '#modules/photos/index.ts';
import type { RouteList } from '#platform/http/exchange.ts';
import { fileBodyLimit } from '#platform/stored-files/index.ts';
import { outcomeOffice } from '../../outcome-paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { receiveOutcomes, showOutcomes } from './outcome-list.tsx';
import { receiveOutcome, showOutcome } from './outcome-page.tsx';

const team = ['employee'] as const;

/** What came out of past dates. To list before `/gestion/agenda/:id`. */
export function outcomeRoutes(routes: RouteList, deps: AgendaDependencies): void {
  routes.get(outcomeOffice.list, team, showOutcomes);
  routes.post(outcomeOffice.list, team, receiveOutcomes);
  routes.get(outcomeOffice.outcome(':id'), team, (exchange) => showOutcome(exchange, deps));
  routes.post(outcomeOffice.outcome(':id'), team, (exchange) => receiveOutcome(exchange, deps), {
    bodyLimit: photoBodyLimit + fileBodyLimit,
  });
}

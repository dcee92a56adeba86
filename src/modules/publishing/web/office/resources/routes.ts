import type { RouteList } from '#platform/http/exchange.ts';
import { resourceOffice } from '../../../resource-paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { receiveConfirm, sendResourcesCsv, showTendedResources } from './resources-page.tsx';
import { receiveLinks, sendLinksCsv, showLinks } from './links-page.tsx';
import { receiveAnswer, showSuggestions } from './suggestions-page.tsx';

const team = ['employee'] as const;

/** What keeps the library right: reviews, links, suggestions of readers. */
export function resourceOfficeRoutes(routes: RouteList, deps: PublishingDependencies): void {
  const { list, csv, confirm, links, suggestions } = resourceOffice;
  routes.get(list, team, (exchange) => showTendedResources(exchange, deps));
  routes.get(csv, team, sendResourcesCsv);
  routes.post(confirm, team, receiveConfirm);
  routes.get(links, team, showLinks);
  routes.get(`${links}.csv`, team, sendLinksCsv);
  routes.post(links, team, receiveLinks);
  routes.get(suggestions, team, showSuggestions);
  routes.post(suggestions, team, receiveAnswer);
}

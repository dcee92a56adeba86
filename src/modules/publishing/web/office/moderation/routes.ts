import type { RouteList } from '#platform/http/exchange.ts';
import { officePaths } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { receiveReview } from './receive-review.ts';
import { showReview } from './review-page.tsx';
import { receiveSettings, showSettings } from './settings-page.tsx';

const team = ['employee'] as const;

/** Reading before publishing, and who is dispensed from it. To list before `/gestion/contenus/:id`. */
export function moderationRoutes(routes: RouteList, deps: PublishingDependencies): void {
  routes.get(officePaths.settings, team, showSettings);
  routes.post(officePaths.settings, team, receiveSettings);
  routes.get(officePaths.review(':id'), team, (exchange) => showReview(exchange, deps));
  routes.post(officePaths.review(':id'), team, (exchange) => receiveReview(exchange, deps));
}

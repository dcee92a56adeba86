import type { RouteList } from '#platform/http/exchange.ts';
import { eventReviewPath } from '../../moderation-paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { receiveReview } from './receive-review.ts';
import { showReview } from './review-page.tsx';

/** Reading what was proposed before it is public. */
export function moderationRoutes(routes: RouteList, deps: AgendaDependencies): void {
  routes.get(eventReviewPath(':id'), ['employee'], (exchange) => showReview(exchange, deps));
  routes.post(eventReviewPath(':id'), ['employee'], (exchange) => receiveReview(exchange, deps));
}

import type { RouteList } from '#platform/http/exchange.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { explainInPlainWords } from './plain-words-page.tsx';
import { plainWordsPath } from './plain-words-path.ts';
import { showSupport, supportPath } from './support-page.tsx';
import { selfCheckPath } from '../self-check/check-address.ts';
import { showSelfCheck } from '../self-check/self-check-page.tsx';

/** What the words mean, and where one stands. */
export function plainWordsRoutes(routes: RouteList, deps: PublishingDependencies): void {
  routes.get(plainWordsPath, 'anyone', (exchange) => explainInPlainWords(exchange, deps), { kept: true });
  routes.get(supportPath, 'anyone', (exchange) => showSupport(exchange, deps), { kept: true });
  // Not kept: its address carries the answers, and thousands of them.
  routes.get(selfCheckPath, 'anyone', (exchange) => showSelfCheck(exchange, deps));
}

import type { RouteList } from '#platform/http/exchange.ts';
import { senders } from '../../policy.ts';
import type { MailingDependencies } from '../../ports.ts';
import { digestPaths } from '../../reader-paths.ts';
import { receiveDigest, showDigest } from './digest-page.tsx';
import { previewDigest } from './digest-preview.ts';

/** Where the team arranges the next digest. */
export function digestRoutes(routes: RouteList, deps: MailingDependencies): void {
  routes
    .get(digestPaths.plan, senders, (exchange) => showDigest(exchange, deps))
    .post(digestPaths.plan, senders, (exchange) => receiveDigest(exchange, deps))
    .get(digestPaths.preview, senders, (exchange) => previewDigest(exchange, deps));
}

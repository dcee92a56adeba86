import type { RouteList } from '#platform/http/exchange.ts';
import { senders } from '../../policy.ts';
import type { MailingDependencies } from '../../ports.ts';
import { replyPaths } from '../../reader-paths.ts';
import { largestReply } from '../read-reply.ts';
import { receiveReply } from './reply-hook.ts';
import { receiveRead, showReplies } from './replies-page.tsx';

/** Where replies come in, and where the team reads them. */
export function replyRoutes(routes: RouteList, deps: MailingDependencies): void {
  routes
    .get(replyPaths.list, senders, showReplies)
    .post(replyPaths.read, senders, receiveRead)
    .post(replyPaths.hook(':secret'), 'anyone', (exchange) => receiveReply(exchange, deps), {
      machinePost: true,
      bodyLimit: largestReply,
      perMinute: 120,
    });
}

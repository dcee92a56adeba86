import type { RouteList } from '#platform/http/exchange.ts';
import { moneyPaths } from '../money-paths.ts';
import { keepers } from '../policy.ts';
import type { MembershipSurroundings } from '../ports.ts';
import { receiveIncoming, showAddIncoming } from './web/add-page.tsx';
import {
  receiveAcceptOne,
  receiveAside,
  receiveReadOnline,
  receiveSure,
  receiveTakeBackMatch,
  showInbox,
} from './web/inbox-page.tsx';
import { receiveShares, showMatch } from './web/match-page.tsx';

/** Money that came by itself. */
export function reconciliationRoutes(routes: RouteList, deps: MembershipSurroundings): void {
  routes
    .get(moneyPaths.inbox, keepers, showInbox)
    .get(moneyPaths.addIncoming, keepers, (exchange) => showAddIncoming(exchange))
    .post(moneyPaths.addIncoming, keepers, receiveIncoming, { bodyLimit: 6_000_000 })
    .post(moneyPaths.readOnline, keepers, (exchange) => receiveReadOnline(exchange, deps))
    .post(`${moneyPaths.inbox}/surs`, keepers, receiveSure)
    .get(moneyPaths.incoming(':id'), keepers, (exchange) => showMatch(exchange))
    .post(moneyPaths.incomingAct(':id', 'accepter'), keepers, receiveAcceptOne)
    .post(moneyPaths.incomingAct(':id', 'partager'), keepers, receiveShares)
    .post(moneyPaths.incomingAct(':id', 'defaire'), keepers, receiveTakeBackMatch)
    .post(moneyPaths.incomingAct(':id', 'ecarter'), keepers, receiveAside(true))
    .post(moneyPaths.incomingAct(':id', 'reprendre'), keepers, receiveAside(false));
}

import type { RouteList } from '#platform/http/exchange.ts';
import { moneyPaths } from '../money-paths.ts';
import { keepers } from '../policy.ts';
import type { MembershipDependencies } from '../ports.ts';
import { sendJournal, showAccounts } from './web/accounts-page.tsx';
import { receiveCancelReceipt, receiveIssue, sendOwnReceipt, sendReceipt, showReceipts } from './web/receipts-page.tsx';
import { receiveMoneySettings, showMoneySettings } from './web/settings-page.tsx';

/** Tax receipts, and the journal of the accountant. */
export function receiptRoutes(routes: RouteList, deps: MembershipDependencies): void {
  routes
    .get(moneyPaths.receipts, keepers, showReceipts)
    .post(moneyPaths.receipts, keepers, (exchange) => receiveIssue(exchange, deps))
    .get(`${moneyPaths.receipts}/:file`, keepers, (exchange) => sendReceipt(exchange, deps))
    .post(moneyPaths.cancelReceipt(':id'), keepers, receiveCancelReceipt)
    .get(moneyPaths.settings, keepers, (exchange) => showMoneySettings(exchange))
    .post(moneyPaths.settings, keepers, receiveMoneySettings)
    .get(moneyPaths.accounts, keepers, showAccounts)
    .get(`${moneyPaths.accounts}.csv`, keepers, sendJournal)
    .get(moneyPaths.ownReceipt(':secret', ':id'), 'anyone', (exchange) => sendOwnReceipt(exchange, deps), {
      perMinute: 30,
    });
}

import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { paths } from '../../paths.ts';
import { keepers } from '../../policy.ts';
import type { PaymentDependencies } from '../../ports.ts';
import {
  receiveBulk,
  receiveCancel,
  receiveNote,
  receivePaper,
  receiveRefund,
  receiveTakeBack,
  receiveVerify,
} from './charge-acts.ts';
import { showCharge } from './charge-page.tsx';
import { receiveDeposit, sendDeposit, showDeposit, showDeposits } from './deposits-page.tsx';
import { receiveCreditNote, sendInvoice, sendInvoices, showInvoices } from './invoices-page.tsx';
import { sendLedger, sendList } from './list-export.ts';
import { showList } from './list-page.tsx';
import { checkAccount, receiveAccount, receiveInvoiceWords, receiveWays, showSettings } from './settings-acts.ts';

/** What the team sees of the money. */
export function officeRoutes(routes: RouteList, deps: PaymentDependencies): void {
  routes
    .get(paths.list, keepers, (exchange) => showList(exchange, deps))
    .get(`${paths.list}.csv`, keepers, (exchange) => sendList(exchange, 'csv'))
    .get(`${paths.list}.xlsx`, keepers, (exchange) => sendList(exchange, 'xlsx'))
    .get(`${paths.ledger}.csv`, keepers, (exchange) => sendLedger(exchange, 'csv'))
    .get(`${paths.ledger}.xlsx`, keepers, (exchange) => sendLedger(exchange, 'xlsx'))
    .post(paths.bulk, keepers, receiveBulk)
    .get(paths.deposits, keepers, showDeposits)
    .post(paths.deposits, keepers, receiveDeposit)
    .get(paths.deposit(':id'), keepers, (exchange) => depositOrFile(exchange, deps))
    .get(paths.invoices, keepers, showInvoices)
    .get(`${paths.invoices}.csv`, keepers, sendInvoices)
    .get(`${paths.invoices}/:file`, keepers, (exchange) => sendInvoice(exchange, deps))
    .post(paths.cancelInvoice(':id'), keepers, receiveCreditNote)
    .get(paths.settings, keepers, (exchange) => showSettings(exchange, deps))
    .post(paths.settings, keepers, (exchange) => receiveWays(exchange, deps))
    .post(paths.accountSettings, keepers, (exchange) => receiveAccount(exchange, deps))
    .post(paths.checkAccount, keepers, (exchange) => checkAccount(exchange, deps))
    .post(paths.invoiceSettings, keepers, (exchange) => receiveInvoiceWords(exchange, deps))
    .get(paths.charge(':id'), keepers, (exchange) => showCharge(exchange, deps))
    .post(paths.note(':id'), keepers, (exchange) => receiveNote(exchange, deps))
    .post(paths.refund(':id'), keepers, (exchange) => receiveRefund(exchange, deps))
    .post(paths.takeBack(':id'), keepers, receiveTakeBack)
    .post(paths.verify(':id'), keepers, (exchange) => receiveVerify(exchange, deps))
    .post(paths.cancel(':id'), keepers, (exchange) => receiveCancel(exchange, deps))
    .post(paths.invoice(':id'), keepers, (exchange) => receivePaper(exchange, deps));
}

function depositOrFile(exchange: Exchange, deps: PaymentDependencies): Promise<Response> {
  const id = exchange.param('id');
  return id.endsWith('.pdf') ? sendDeposit(exchange, deps, id.slice(0, -4)) : showDeposit(exchange);
}

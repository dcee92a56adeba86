import { isId } from '#platform/ids/ids.ts';
import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { GatewayRefused, GatewayUnavailable } from '#platform/payment-gateway/payment-gateway.ts';
import { sendPdf } from '#platform/pdf/index.ts';
import { invoiceNumber } from '../../domain/invoice-numbers.ts';
import { invoiceFile } from '../../invoices/keep-file.ts';
import { verifyOpenCheckouts } from '../../online/begin-checkout.ts';
import { paths } from '../../paths.ts';
import type { PaymentDependencies } from '../../ports.ts';
import { chargeByLink } from '../../queries/charge-by-link.ts';
import { largestNotice, receiveNotification } from './notification.ts';
import { receivePay, showPay } from './pay-page.tsx';
import { sealed } from './private-page.ts';

/** The address itself is the secret that no other site knows. */
const behindSecret = { perMinute: 20, bodyLimit: 10_000, machinePost: true };

/** What those who owe see, and what HelloAsso tells. */
export function publicRoutes(routes: RouteList, deps: PaymentDependencies): void {
  const comeBack = (exchange: Exchange): Promise<Response> => verifyAndShow(exchange, deps);
  routes
    .get(paths.pay(':secret'), 'anyone', (exchange) => showPay(exchange, deps), { perMinute: 60 })
    .post(paths.pay(':secret'), 'anyone', (exchange) => receivePay(exchange, deps), behindSecret)
    .get(paths.payReturn(':secret'), 'anyone', comeBack, { perMinute: 30 })
    .post(paths.payReturn(':secret'), 'anyone', comeBack, behindSecret)
    .get('/payer/:secret/papiers/:file', 'anyone', (exchange) => sendOwnPaper(exchange, deps), { perMinute: 30 })
    .post(paths.notification(':secret'), 'anyone', (exchange) => receiveNotification(exchange, deps), {
      machinePost: true,
      bodyLimit: largestNotice,
    });
}

/** Back from the provider: what it says is read again there, whatever the address says. */
async function verifyAndShow(exchange: Exchange, deps: PaymentDependencies): Promise<Response> {
  const secret = exchange.param('secret');
  try {
    await verifyOpenCheckouts(exchange.ctx, deps, secret);
  } catch (error) {
    // The page then says that it is being checked; a job reads it again later.
    if (!(error instanceof GatewayUnavailable) && !(error instanceof GatewayRefused)) throw error;
    exchange.ctx.log.warn({ error }, 'checkout not read on the way back');
  }
  return sealed(exchange.redirect(paths.pay(secret)));
}

/** `GET /payer/:secret/papiers/:id.pdf`: an invoice or a receipt of this charge. */
async function sendOwnPaper(exchange: Exchange, deps: PaymentDependencies): Promise<Response> {
  const charge = await chargeByLink(exchange.ctx.db, exchange.param('secret'));
  const id = exchange.param('file').replace(/\.pdf$/, '');
  const file = charge && isId(id) ? await invoiceFile(exchange.ctx, deps, id) : null;
  if (!file || file.invoice.chargeId !== charge?.id) return exchange.notFound();
  return sealed(sendPdf(file.bytes, invoiceNumber(file.invoice)));
}

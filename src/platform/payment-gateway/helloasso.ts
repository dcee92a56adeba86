import { createAccessTokens } from './access-tokens.ts';
import {
  readCheckoutAnswer,
  readOpened,
  readOrderLight,
  readOrganization,
  readPaymentDetail,
  readReceivedPage,
} from './answers.ts';
import { createBreaker } from './breaker.ts';
import {
  GatewayRefused,
  GatewayUnavailable,
  type CheckoutToOpen,
  type GatewayAccount,
  type GatewayReceived,
  type PaymentGateway,
} from './payment-gateway.ts';

export interface HelloAssoOptions {
  /** `https://api.helloasso.com`, the sandbox, or a server of a test. */
  url: string;
  userAgent: string;
  /** For one request, all included. */
  timeoutMs?: number;
  now?: () => number;
}

const pageSize = 100;
const mostPages = 30;
const largestAnswer = 2_000_000;

interface Answer {
  status: number;
  text: string;
}

/** Speaks HelloAsso v5: https://dev.helloasso.com. */
export function createHelloAsso({
  url,
  userAgent,
  timeoutMs = 8_000,
  now = () => Date.now(),
}: HelloAssoOptions): PaymentGateway {
  const base = url.replace(/\/+$/, '');
  const origins = formOriginsOf(new URL(base));
  const breaker = createBreaker(now);
  const common = { 'user-agent': userAgent, accept: 'application/json' };

  async function send(path: string, init: RequestInit): Promise<Answer> {
    return breaker.run(async () => {
      try {
        const answer = await fetch(base + path, {
          ...init,
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutMs),
        });
        const text = await readText(answer);
        if (answer.status >= 500 || answer.status === 429) throw new Error(`HTTP ${answer.status}`);
        return { status: answer.status, text };
      } catch (error) {
        throw new GatewayUnavailable('no usable answer', { cause: error });
      }
    });
  }

  const tokens = createAccessTokens(
    (form) =>
      send('/oauth2/token', {
        method: 'POST',
        body: form.toString(),
        headers: { ...common, 'content-type': 'application/x-www-form-urlencoded' },
      }),
    now,
  );

  async function call(account: GatewayAccount, path: string, body?: object, method = body ? 'POST' : 'GET') {
    const once = async (token: string): Promise<Answer> =>
      send(`/v5${path}`, {
        method,
        headers: {
          ...common,
          authorization: `Bearer ${token}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    const token = await tokens.of(account);
    const first = await once(token);
    if (first.status !== 401) return first;
    // The token was taken back before its end.
    tokens.drop(account, token);
    return once(await tokens.of(account));
  }

  const slugOf = (account: GatewayAccount): string => encodeURIComponent(account.organizationSlug);

  async function checkoutOfOrder(account: GatewayAccount, orderId: number): Promise<number | null> {
    const answer = await call(account, `/orders/${orderId}`);
    if (isUnknown(answer)) return null;
    const order = readOrderLight(accepted(answer));
    return isOfAccount(account, order.organizationSlug) ? (order.checkoutIntentId ?? null) : null;
  }

  return {
    formOrigins: origins,
    openSince: breaker.openSince,
    async check(account) {
      const organization = readOrganization(accepted(await call(account, `/organizations/${slugOf(account)}`)));
      return { name: organization.name ?? account.organizationSlug };
    },
    async openCheckout(account, checkout) {
      const opened = readOpened(
        accepted(await call(account, `/organizations/${slugOf(account)}/checkout-intents`, bodyOf(checkout))),
      );
      if (!leadsTo(origins, opened.redirectUrl)) throw new GatewayUnavailable('an address that is not the provider’s');
      return opened;
    },
    async readCheckout(account, id) {
      const answer = await call(account, `/organizations/${slugOf(account)}/checkout-intents/${id}`);
      if (isUnknown(answer)) return null;
      const { organizationSlug, ...checkout } = readCheckoutAnswer(accepted(answer));
      return checkout.id === id && isOfAccount(account, organizationSlug) ? checkout : null;
    },
    checkoutOfOrder,
    async checkoutOfPayment(account, paymentId) {
      const answer = await call(account, `/payments/${paymentId}`);
      if (isUnknown(answer)) return null;
      const { order } = readPaymentDetail(accepted(answer));
      if (!order || !isOfAccount(account, order.organizationSlug)) return null;
      return order.checkoutIntentId ?? checkoutOfOrder(account, order.id);
    },
    async receivedPayments(account, since) {
      const found: GatewayReceived[] = [];
      for (let page = 1; page <= mostPages; page += 1) {
        const query = new URLSearchParams({
          from: since.toString(),
          pageIndex: String(page),
          pageSize: String(pageSize),
          sortOrder: 'Asc',
        });
        const answer = await call(account, `/organizations/${slugOf(account)}/payments?${query.toString()}`);
        const { payments, pages } = readReceivedPage(accepted(answer));
        found.push(...payments);
        if (payments.length === 0 || page >= pages) break;
      }
      return found;
    },
    async refund(account, paymentId, { comment, amount }) {
      const query = new URLSearchParams({ comment, cancelOrder: 'false', sendRefundMail: 'true' });
      if (amount !== undefined) query.set('amount', String(amount));
      accepted(await call(account, `/payments/${paymentId}/refund?${query.toString()}`, undefined, 'POST'));
    },
  };
}

function bodyOf(checkout: CheckoutToOpen): object {
  const { amount, itemName, backUrl, errorUrl, returnUrl, payer, metadata } = checkout;
  return {
    totalAmount: amount,
    initialAmount: amount,
    itemName: itemName.slice(0, 250),
    backUrl,
    errorUrl,
    returnUrl,
    containsDonation: false,
    payer,
    metadata,
  };
}

/** The text of an answer that was granted. */
function accepted({ status, text }: Answer): string {
  if (status === 401 || status === 403) throw new GatewayRefused('account', status);
  if (status < 200 || status >= 300) throw new GatewayRefused('request', status);
  return text;
}

const isUnknown = ({ status }: Answer): boolean => status === 404;

const isOfAccount = (account: GatewayAccount, slug: string | null | undefined): boolean =>
  !slug || slug.toLowerCase() === account.organizationSlug.toLowerCase();

/** Pages to pay are beside the API: `www.helloasso.com` for `api.helloasso.com`. */
function formOriginsOf(base: URL): readonly string[] {
  const domain = /^api\.(.+\..+)$/.exec(base.hostname)?.[1];
  return domain && base.protocol === 'https:' ? [`https://${domain}`, `https://*.${domain}`] : [base.origin];
}

function leadsTo(origins: readonly string[], address: string): boolean {
  const url = URL.parse(address);
  if (!url || url.username || url.password) return false;
  return origins.some((origin) =>
    origin.startsWith('https://*.')
      ? url.protocol === 'https:' && url.port === '' && url.hostname.endsWith(origin.slice('https://*'.length))
      : url.origin === origin,
  );
}

async function readText(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.byteLength;
    if (size > largestAnswer) throw new Error('an answer too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, startHttpServer, type HttpServer } from './http-server.ts';

/** A payment as the server keeps it. */
export interface FakePayment {
  id: number;
  orderId: number;
  checkoutId: number;
  amount: number;
  /** Left to HelloAsso: never the association’s. */
  tip: number;
  state: string;
  refunds: { id: number; amount: number; status: string }[];
}

export interface FakeFormPayment {
  amount: number;
  firstName: string;
  lastName: string;
  email: string;
  company?: string;
  formType?: string;
  date?: string;
  state?: string;
}

interface FakeCheckout {
  id: number;
  organization: string;
  body: Record<string, unknown> & { totalAmount: number };
  orderId: number | null;
}

export interface FakeHelloAsso extends HttpServer {
  readonly checkouts: Map<number, FakeCheckout>;
  readonly payments: Map<number, FakePayment>;
  /** Token calls made so far. */
  tokenCalls(): number;
  /** Every token given so far is refused from now on. */
  revokeTokens(): void;
  /** The payer pays a checkout, or tries to. */
  pay(checkoutId: number, options?: { amount?: number; state?: string; tip?: number }): FakePayment;
  /** Somebody pays on a form of the association's own pages there. */
  payForm(slug: string, form: FakeFormPayment): number;
  /** The association gives a payment back from its own pages; without amount, whole. */
  giveBack(paymentId: number, amount?: number, status?: string): void;
  contest(paymentId: number): void;
  /** The text of a notification, as HelloAsso would send it now. */
  notification(kind: 'Order' | 'Payment', paymentId: number): string;
  /** How the next requests are answered: in error, or not at all. */
  fail(how: 'none' | 'error' | 'silence'): void;
}

/** Accounts known to the server: client id and secret, and the slug of the association. */
export interface FakeAccount {
  clientId: string;
  clientSecret: string;
  organizationSlug: string;
}

/** As much of HelloAsso’s API v5 as Essaim uses, with the fields and the refusals of its openapi description. */
export async function startHelloAsso(accounts: readonly FakeAccount[]): Promise<FakeHelloAsso> {
  const checkouts = new Map<number, FakeCheckout>();
  const payments = new Map<number, FakePayment>();
  const tokens = new Map<string, FakeAccount>();
  const refreshers = new Map<string, FakeAccount>();
  const forms: { slug: string; id: number; form: FakeFormPayment }[] = [];
  const waiting = new Set<ServerResponse>();
  let next = 7_269_832;
  let tokenCalls = 0;
  let failing: 'none' | 'error' | 'silence' = 'none';

  const server = await startHttpServer(async (request, response) => {
    const body = (await bodyOf(request)).toString('utf8');
    if (failing === 'silence') return void waiting.add(response);
    if (failing === 'error') return send(response, 503, { message: 'indisponible' });
    const url = new URL(request.url ?? '/', 'http://helloasso');
    if (url.pathname === '/oauth2/token') return giveToken(new URLSearchParams(body), response);
    const account = accountOf(request);
    if (!account) return send(response, 401, { message: 'Unauthorized' });
    if (request.method === 'GET' && /\/organizations\/[^/]+\/payments$/.test(url.pathname))
      return listPayments(account, url, response);
    const refunded = /^\/v5\/payments\/(\d+)\/refund$/.exec(url.pathname)?.[1];
    if (request.method === 'POST' && refunded)
      return refund(account, Number(refunded), Number(url.searchParams.get('amount') ?? '0'), response);
    return answer(account, `${request.method} ${url.pathname}`, body, response);
  });

  /** `GET /v5/organizations/{slug}/payments`: two a page, whatever is asked, so that pages are followed. */
  function listPayments(account: FakeAccount, url: URL, response: ServerResponse): void {
    const slug = /organizations\/([^/]+)/.exec(url.pathname)?.[1];
    if (slug !== account.organizationSlug) return send(response, 403, { message: 'Forbidden' });
    const own = forms.filter((one) => one.slug === slug);
    const page = Number(url.searchParams.get('pageIndex') ?? '1');
    return send(response, 200, {
      data: own.slice((page - 1) * 2, page * 2).map(({ id, form }) => ({
        id,
        amount: form.amount,
        amountTip: 0,
        date: form.date ?? '2026-11-12T10:00:00.0000000+01:00',
        state: form.state ?? 'Authorized',
        paymentMeans: 'Card',
        items: [{ id, shareAmount: form.amount, name: 'Adhésion', type: 'Membership' }],
        order: { id, formType: form.formType ?? 'Membership', formSlug: 'adhesion', organizationSlug: slug },
        payer: { email: form.email, firstName: form.firstName, lastName: form.lastName, company: form.company },
      })),
      pagination: { pageIndex: page, pageSize: 2, totalCount: own.length, totalPages: Math.ceil(own.length / 2) },
    });
  }

  function giveToken(form: URLSearchParams, response: ServerResponse): void {
    tokenCalls += 1;
    const isRefresh = form.get('grant_type') === 'refresh_token';
    const account = isRefresh
      ? refreshers.get(form.get('refresh_token') ?? '')
      : accounts.find(
          (one) => one.clientId === form.get('client_id') && one.clientSecret === form.get('client_secret'),
        );
    if (!account) return send(response, 401, { error: isRefresh ? 'invalid_grant' : 'invalid_client' });
    const [token, refresher] = [randomUUID(), randomUUID()];
    tokens.set(token, account);
    refreshers.set(refresher, account);
    return send(response, 200, {
      access_token: token,
      token_type: 'bearer',
      expires_in: 1800,
      refresh_token: refresher,
    });
  }

  function accountOf(request: IncomingMessage): FakeAccount | undefined {
    return tokens.get(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '');
  }

  function answer(account: FakeAccount, call: string, body: string, response: ServerResponse): void {
    const slug = /^\w+ \/v5\/organizations\/([^/]+)/.exec(call)?.[1];
    if (slug && slug !== account.organizationSlug) return send(response, 403, { message: 'Forbidden' });
    if (call === `GET /v5/organizations/${slug}`)
      return send(response, 200, { name: `Association ${slug}`, organizationSlug: slug });
    if (call === `POST /v5/organizations/${slug}/checkout-intents`) return openCheckout(account, body, response);
    const [, kind, text] =
      /^GET \/v5\/(?:organizations\/[^/]+\/)?(checkout-intents|orders|payments)\/(\d+)$/.exec(call) ?? [];
    const id = Number(text);
    if (kind === 'checkout-intents') {
      const checkout = checkouts.get(id);
      if (checkout?.organization !== account.organizationSlug) return send(response, 404, {});
      return send(response, 200, {
        id,
        redirectUrl: pageOf(id),
        metadata: checkout.body['metadata'],
        ...(checkout.orderId ? { order: orderOf(checkout.orderId) } : {}),
      });
    }
    const payment = kind === 'orders' ? ofOrder(id) : payments.get(id);
    const owner = payment && checkouts.get(payment.checkoutId)?.organization;
    if (!payment || owner !== account.organizationSlug) return send(response, 404, {});
    return send(response, 200, kind === 'orders' ? orderOf(payment.orderId) : paymentDetail(payment));
  }

  function openCheckout(account: FakeAccount, text: string, response: ServerResponse): void {
    const body = JSON.parse(text) as FakeCheckout['body'];
    const said = (name: string): string => {
      const value = body[name];
      return typeof value === 'string' ? value : '';
    };
    const isWhole = ['itemName', 'backUrl', 'errorUrl', 'returnUrl'].every((name) => said(name) !== '');
    const isSafe = ['backUrl', 'errorUrl', 'returnUrl'].every((name) => said(name).startsWith('https://'));
    const isRight =
      Number.isInteger(body.totalAmount) &&
      body.totalAmount === body['initialAmount'] &&
      typeof body['containsDonation'] === 'boolean' &&
      said('itemName').length <= 250;
    if (!isWhole || !isSafe || !isRight) return send(response, 400, { errors: [{ code: 'ArgumentInvalid' }] });
    next += 1;
    checkouts.set(next, { id: next, organization: account.organizationSlug, body, orderId: null });
    return send(response, 200, { id: next, redirectUrl: pageOf(next) });
  }

  /** An amount of zero is the whole payment. */
  function refund(account: FakeAccount, paymentId: number, amount: number, response: ServerResponse): void {
    const payment = payments.get(paymentId);
    if (!payment || checkouts.get(payment.checkoutId)?.organization !== account.organizationSlug)
      return send(response, 404, {});
    const kept = payment.amount - payment.refunds.reduce((total, one) => total + one.amount, 0);
    if (payment.state !== 'Authorized' || (amount || payment.amount) > kept)
      return send(response, 400, { errors: [{ code: 'AlreadyRefunded' }] });
    giveBack(paymentId, amount || payment.amount);
    const asked = payment.refunds.at(-1);
    return send(response, 200, { id: asked?.id, amount: asked?.amount, state: asked?.status, paymentId });
  }

  const pageOf = (id: number): string => `${server.url}/associations/checkout/${id}`;
  const ofOrder = (orderId: number) => [...payments.values()].find((payment) => payment.orderId === orderId);

  function told(payment: FakePayment): object {
    return {
      id: payment.id,
      // Shares are the association’s; the amount may count what is left to HelloAsso.
      items: [{ id: 1, shareAmount: payment.amount, shareItemAmount: payment.amount }],
      amount: payment.amount + payment.tip,
      amountTip: payment.tip,
      date: '2026-11-17T09:19:51.2217994+00:00',
      paymentMeans: 'Card',
      state: payment.state,
      cashOutState: 'Transfered',
      refundOperations: payment.refunds,
    };
  }
  function light(payment: FakePayment): object {
    return {
      id: payment.orderId,
      date: '2026-11-17T09:19:40.770879+00:00',
      formSlug: 'default',
      formType: 'Checkout',
      organizationSlug: checkouts.get(payment.checkoutId)?.organization,
      checkoutIntentId: payment.checkoutId,
    };
  }
  function orderOf(orderId: number): object {
    const list = [...payments.values()].filter((payment) => payment.orderId === orderId);
    const [first] = list;
    return first
      ? { ...light(first), payments: list.map(told), amount: { total: first.amount, vat: 0, discount: 0 } }
      : {};
  }
  const paymentDetail = (payment: FakePayment): object => ({ ...told(payment), order: light(payment) });

  function giveBack(paymentId: number, amount?: number, status = 'Processed'): void {
    const payment = payments.get(paymentId);
    if (!payment) throw new Error('no such payment');
    next += 1;
    payment.refunds.push({ id: next, amount: amount ?? payment.amount, status });
    if (status === 'Processed' && payment.refunds.reduce((total, one) => total + one.amount, 0) >= payment.amount)
      payment.state = 'Refunded';
  }

  return Object.assign(server, {
    checkouts,
    payments,
    tokenCalls: () => tokenCalls,
    revokeTokens: () => tokens.clear(),
    pay(
      checkoutId: number,
      { amount, state = 'Authorized', tip = 0 }: { amount?: number; state?: string; tip?: number } = {},
    ) {
      const checkout = checkouts.get(checkoutId);
      if (!checkout) throw new Error('no such checkout');
      const orderId = checkout.orderId ?? (next += 1);
      checkout.orderId = orderId;
      next += 1;
      const payment = {
        id: next,
        orderId,
        checkoutId,
        amount: amount ?? checkout.body.totalAmount,
        tip,
        state,
        refunds: [],
      };
      payments.set(next, payment);
      return payment;
    },
    payForm(slug: string, form: FakeFormPayment) {
      next += 1;
      forms.push({ slug, id: next, form });
      return next;
    },
    giveBack,
    contest(paymentId: number) {
      const payment = payments.get(paymentId);
      if (payment) payment.state = 'Contested';
    },
    notification(kind: 'Order' | 'Payment', paymentId: number) {
      const payment = payments.get(paymentId);
      if (!payment) throw new Error('no such payment');
      const data = kind === 'Order' ? orderOf(payment.orderId) : paymentDetail(payment);
      return JSON.stringify({ data, eventType: kind, metadata: checkouts.get(payment.checkoutId)?.body['metadata'] });
    },
    fail(how: 'none' | 'error' | 'silence') {
      failing = how;
      if (how === 'silence') return;
      for (const response of waiting) response.destroy();
      waiting.clear();
    },
  });
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startHelloAsso, type FakeHelloAsso } from '#tests/support/fakes/helloasso-server.ts';
import { startHttpServer } from '#tests/support/fakes/http-server.ts';
import { createHelloAsso } from './helloasso.ts';
import { GatewayRefused, GatewayUnavailable } from './payment-gateway.ts';

const account = { clientId: 'pole', clientSecret: 'secret', organizationSlug: 'pole-ess' };
const other = { clientId: 'autre', clientSecret: 'secret', organizationSlug: 'autre-pole' };
const checkout = {
  amount: 1500,
  itemName: 'Petit-déjeuner',
  backUrl: 'https://pole.example/payer/a',
  errorUrl: 'https://pole.example/payer/a',
  returnUrl: 'https://pole.example/payer/a/retour',
  payer: { firstName: 'Maëlle', lastName: 'Le Goff', email: 'maelle@lesemnon.example' },
  metadata: { charge: 'x' },
};

let server: FakeHelloAsso;
beforeEach(async () => {
  server = await startHelloAsso([account, other]);
});
afterEach(() => server[Symbol.asyncDispose]());
const gateway = (more: object = {}) => createHelloAsso({ url: server.url, userAgent: 'Essaim/essai', ...more });

test('a checkout has no order until it is paid, then tells its payments', async () => {
  const helloasso = gateway();
  expect(await helloasso.check(account)).toEqual({ name: 'Association pole-ess' });
  const opened = await helloasso.openCheckout(account, checkout);
  expect(await helloasso.readCheckout(account, opened.id)).toEqual({
    id: opened.id,
    metadata: { charge: 'x' },
    order: null,
  });
  const payment = server.pay(opened.id, { tip: 200 });
  const read = await helloasso.readCheckout(account, opened.id);
  expect(read?.order).toEqual({
    id: payment.orderId,
    payments: [
      { id: payment.id, amount: 1500, state: 'Authorized', date: Temporal.PlainDate.from('2026-11-17'), refunds: [] },
    ],
  });
  expect(await helloasso.checkoutOfOrder(account, payment.orderId)).toBe(opened.id);
  expect(await helloasso.checkoutOfPayment(account, payment.id)).toBe(opened.id);
  await helloasso.refund(account, payment.id, { comment: 'Désistement', amount: 500 });
  expect((await helloasso.readCheckout(account, opened.id))?.order?.payments[0]?.refunds).toMatchObject([
    { amount: 500, isDone: true, isRunning: false },
  ]);
  await helloasso.refund(account, payment.id, { comment: 'Rendez-vous annulé', amount: 1000 });
  expect((await helloasso.readCheckout(account, opened.id))?.order?.payments[0]).toMatchObject({
    state: 'Refunded',
    refunds: [{ amount: 500 }, { amount: 1000, isDone: true }],
  });
});

test('a token is asked for once, renewed at its end, and asked again when it is taken back', async () => {
  let time = 0;
  const helloasso = gateway({ now: () => time });
  await Promise.all(Array.from({ length: 20 }, () => helloasso.check(account)));
  expect(server.tokenCalls()).toBe(1);
  time = 31 * 60_000;
  await helloasso.check(account);
  await helloasso.check(account);
  expect(server.tokenCalls()).toBe(2);
  server.revokeTokens();
  await helloasso.check(account);
  expect(server.tokenCalls()).toBe(3);
});

test('wrong identifiers, another association and another’s checkout are refused without a word of it', async () => {
  const helloasso = gateway();
  const refusal = { name: 'GatewayRefused', reason: 'account' };
  await expect(helloasso.check({ ...account, clientSecret: 'faux' })).rejects.toMatchObject(refusal);
  await expect(helloasso.check({ ...account, organizationSlug: 'autre-pole' })).rejects.toMatchObject(refusal);
  const opened = await helloasso.openCheckout(other, checkout);
  const payment = server.pay(opened.id);
  expect(await helloasso.readCheckout(account, opened.id)).toBeNull();
  expect(await helloasso.checkoutOfOrder(account, payment.orderId)).toBeNull();
  expect(await helloasso.checkoutOfPayment(account, payment.id)).toBeNull();
  await expect(helloasso.openCheckout(account, { ...checkout, returnUrl: 'http://pole.example/' })).rejects.toEqual(
    new GatewayRefused('request', 400),
  );
});

describe('a server in trouble', () => {
  test('is left after its time, then left alone, then tried again', async () => {
    let time = 1_000_000;
    const helloasso = gateway({ timeoutMs: 100, now: () => time });
    await helloasso.check(account);
    server.fail('silence');
    for (let tries = 0; tries < 3; tries += 1)
      await expect(helloasso.check(account)).rejects.toBeInstanceOf(GatewayUnavailable);
    expect(helloasso.openSince()).toBe(time);
    const calls = server.requests.length;
    const startedAt = performance.now();
    await expect(helloasso.check(account)).rejects.toBeInstanceOf(GatewayUnavailable);
    expect(performance.now() - startedAt).toBeLessThan(50);
    expect(server.requests).toHaveLength(calls);
    server.fail('none');
    time += 31_000;
    await helloasso.check(account);
    expect(helloasso.openSince()).toBeNull();
  });

  test('that answers in error, in another shape, or leads elsewhere is no answer', async () => {
    server.fail('error');
    await expect(gateway().check(account)).rejects.toBeInstanceOf(GatewayUnavailable);
    const bodies = [
      '<html>',
      '{}',
      '{"access_token":"a"}',
      `{"access_token":"a","id":3,"redirectUrl":"https://voleur.example/"}`,
      'x'.repeat(2_100_000),
    ];
    for (const body of bodies) {
      await using strange = await startHttpServer((_request, response) => response.end(body));
      const helloasso = createHelloAsso({ url: strange.url, userAgent: 'Essaim/essai' });
      await expect(helloasso.openCheckout(account, checkout)).rejects.toBeInstanceOf(GatewayUnavailable);
    }
  });
});

test('forms may lead to the pages beside the API, and nowhere else', () => {
  const origins = (url: string) => createHelloAsso({ url, userAgent: 'x' }).formOrigins;
  expect(origins('https://api.helloasso.com')).toEqual(['https://helloasso.com', 'https://*.helloasso.com']);
  expect(origins('https://api.helloasso-sandbox.com')[1]).toBe('https://*.helloasso-sandbox.com');
  expect(origins('http://127.0.0.1:8080')).toEqual(['http://127.0.0.1:8080']);
});

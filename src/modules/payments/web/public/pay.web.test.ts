import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPayingSite, type PayingSite } from '#tests/support/paying-site.ts';
import { chargesOf } from '../../queries/charges-of.ts';
import { charges, paymentEntries } from '../../tables.ts';
import type { TestHub } from '#tests/support/app.ts';

const here = { clientId: 'ici', clientSecret: 'secret-ici', organizationSlug: 'pole-ici' };
const there = { clientId: 'ailleurs', clientSecret: 'secret-ailleurs', organizationSlug: 'pole-ailleurs' };

let paying: PayingSite;
let hub: TestHub;
let other: TestHub;
beforeAll(async () => {
  paying = await openPayingSite([here, there]);
  hub = await paying.hub(here);
  other = await paying.hub(there);
});
afterAll(async () => {
  await paying.site.close();
  await paying.helloasso[Symbol.asyncDispose]();
});

async function stateOf(of: TestHub, id: string) {
  const { db } = await of.context();
  const row = (await db.select().from(charges)).find((charge) => charge.id === id);
  const lines = (await db.select().from(paymentEntries)).filter((line) => line.chargeId === id);
  return { state: row?.state, sum: lines.reduce((sum, line) => sum + line.amount, 0), lines: lines.length };
}

const notify = (to: TestHub, body: string, headers: Record<string, string> = {}, path = paying.notified(to)) =>
  to.send(path, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...headers },
  });

describe('paying by card', () => {
  test('leads to the provider, and is paid once it is read there', async () => {
    const charge = await paying.charge(hub);
    const page = await hub.get(charge.path);
    expect(page.headers.get('content-security-policy')).toContain(`form-action 'self' ${paying.helloasso.url}`);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await page.text()).toContain('15\u00a0€ à payer');
    const checkout = await paying.begin(hub, charge.path);
    expect(await stateOf(hub, charge.id)).toEqual({ state: 'pending', sum: 0, lines: 0 });
    // The address of the way back says it went well: nobody believes it.
    await hub.get(`${charge.path}/retour?checkoutIntentId=${checkout}&code=succeeded&orderId=1`);
    expect(await stateOf(hub, charge.id)).toEqual({ state: 'pending', sum: 0, lines: 0 });
    paying.helloasso.pay(checkout, { tip: 300 });
    const back = await hub.get(`${charge.path}/retour`);
    expect(back.headers.get('location')).toBe(charge.path);
    expect(await stateOf(hub, charge.id)).toEqual({ state: 'paid', sum: 1500, lines: 1 });
    expect(await (await hub.get(charge.path)).text()).toContain('C’est payé, merci');
    // Whoever comes again is not asked to pay again.
    expect((await hub.post(charge.path, { way: 'online' })).headers.get('location')).toBe(charge.path);
    expect((await stateOf(hub, charge.id)).lines).toBe(1);
  });

  test('in two windows at once opens no second payment of what the first one paid', async () => {
    const charge = await paying.charge(hub);
    const first = await paying.begin(hub, charge.path);
    const second = await paying.begin(hub, charge.path);
    paying.helloasso.pay(first);
    expect((await hub.post(charge.path, { way: 'online' })).headers.get('location')).toBe(charge.path);
    // The second window was still open: paid twice, told as such, and to give back.
    paying.helloasso.pay(second);
    await hub.get(`${charge.path}/retour`);
    expect(await stateOf(hub, charge.id)).toEqual({ state: 'paid', sum: 3000, lines: 2 });
    expect(await (await hub.get(charge.path)).text()).toContain('15\u00a0€ de trop');
  });

  test('refused leaves the sum owed, and another try open', async () => {
    const charge = await paying.charge(hub);
    paying.helloasso.pay(await paying.begin(hub, charge.path), { state: 'Refused' });
    await hub.get(`${charge.path}/retour`);
    expect(await stateOf(hub, charge.id)).toEqual({ state: 'refused', sum: 0, lines: 0 });
    expect(await (await hub.get(charge.path)).text()).toContain('n’a pas abouti');
    paying.helloasso.pay(await paying.begin(hub, charge.path));
    await hub.get(`${charge.path}/retour`);
    expect((await stateOf(hub, charge.id)).state).toBe('paid');
  });

  test('is found by the jobs when nobody comes back and nothing is notified', async () => {
    const charge = await paying.charge(hub);
    paying.helloasso.pay(await paying.begin(hub, charge.path));
    expect(await paying.work()).toBe(0);
    await paying.work({ early: true });
    expect((await stateOf(hub, charge.id)).state).toBe('paid');
  });

  test('is told unavailable while the provider is silent, and takes nothing', async () => {
    const charge = await paying.charge(hub);
    paying.helloasso.fail('error');
    const answer = await hub.post(charge.path, { way: 'online' });
    paying.helloasso.fail('none');
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('Rien n’a été pris');
    expect(await stateOf(hub, charge.id)).toEqual({ state: 'due', sum: 0, lines: 0 });
  });

  test('is not offered by a hub without account, nor for what does not allow it', async () => {
    const poor = await paying.site.hub();
    const charge = await paying.charge(poor);
    expect(await (await poor.get(charge.path)).text()).not.toContain('HelloAsso');
    expect((await poor.post(charge.path, { way: 'online' })).status).toBe(422);
    const only = await paying.charge(hub, { ways: ['on_site'] });
    expect((await hub.post(only.path, { way: 'online' })).status).toBe(422);
    expect((await hub.post(only.path, { way: 'cheque' })).status).toBe(422);
    expect((await hub.post(only.path, { way: 'on_site' })).status).toBe(303);
  });
});

describe('notices of the provider', () => {
  test('are hints: read again, counted once, whatever their order and number', async () => {
    const charge = await paying.charge(hub);
    const payment = paying.helloasso.pay(await paying.begin(hub, charge.path));
    const [order, paid] = [
      paying.helloasso.notification('Order', payment.id),
      paying.helloasso.notification('Payment', payment.id),
    ];
    for (const body of [paid, order, paid, order, paid]) expect((await notify(hub, body)).status).toBe(200);
    expect(await paying.work()).toBe(2);
    expect(await stateOf(hub, charge.id)).toEqual({ state: 'paid', sum: 1500, lines: 1 });
    // Given back before the first notice is read again: the truth is what is read, not what is told.
    paying.helloasso.giveBack(payment.id);
    await notify(hub, `${paid} `);
    await paying.work();
    expect(await stateOf(hub, charge.id)).toEqual({ state: 'refunded', sum: 0, lines: 2 });
    await notify(hub, paying.helloasso.notification('Payment', payment.id));
    await paying.work();
    expect(await stateOf(hub, charge.id)).toEqual({ state: 'refunded', sum: 0, lines: 2 });
  });

  test('tell a refund before anyone knew of the payment', async () => {
    const charge = await paying.charge(hub);
    const payment = paying.helloasso.pay(await paying.begin(hub, charge.path));
    paying.helloasso.giveBack(payment.id);
    await notify(hub, paying.helloasso.notification('Payment', payment.id));
    await paying.work();
    expect(await stateOf(hub, charge.id)).toEqual({ state: 'refunded', sum: 0, lines: 2 });
  });

  test('of a part given back, of another amount, of a contest, all add up', async () => {
    const part = await paying.charge(hub);
    const paidInPart = paying.helloasso.pay(await paying.begin(hub, part.path));
    paying.helloasso.giveBack(paidInPart.id, 400);
    const short = await paying.charge(hub);
    const paidShort = paying.helloasso.pay(await paying.begin(hub, short.path), { amount: 1000 });
    const contested = await paying.charge(hub);
    const taken = paying.helloasso.pay(await paying.begin(hub, contested.path));
    for (const { id } of [paidInPart, paidShort, taken])
      await notify(hub, paying.helloasso.notification('Payment', id));
    await paying.work();
    paying.helloasso.contest(taken.id);
    await paying.ring(hub, 'payments.reconcile');
    expect(await stateOf(hub, part.id)).toEqual({ state: 'paid', sum: 1100, lines: 2 });
    expect(await stateOf(hub, short.id)).toEqual({ state: 'due', sum: 1000, lines: 1 });
    expect(await stateOf(hub, contested.id)).toEqual({ state: 'due', sum: 0, lines: 2 });
  });

  test('with a wrong secret, or of another hub, change nothing', async () => {
    const charge = await paying.charge(hub);
    const payment = paying.helloasso.pay(await paying.begin(hub, charge.path));
    const body = paying.helloasso.notification('Payment', payment.id);
    expect((await notify(hub, body, {}, '/paiements/helloasso/devine')).status).toBe(401);
    expect((await notify(hub, body, {}, paying.notified(other))).status).toBe(401);
    // Told to the other hub with its own secret: its account knows nothing of it.
    expect((await notify(other, body)).status).toBe(200);
    await paying.work();
    expect(await stateOf(hub, charge.id)).toEqual({ state: 'pending', sum: 0, lines: 0 });
    const theirs = await other.context();
    expect(await theirs.db.select().from(paymentEntries)).toEqual([]);
    await notify(hub, body);
    await paying.work();
    expect((await stateOf(hub, charge.id)).state).toBe('paid');
  });

  test('that cannot be read, or speak of something else, are answered without harm', async () => {
    for (const [body, status] of [
      ['{', 400],
      ['[]', 400],
      ['{"eventType":"Payment","data":{"id":-1}}', 400],
      ['{"eventType":"Payment","data":{}}', 400],
      ['{"eventType":"Form","data":{"title":"<h1>x</h1>"}}', 200],
      ['{"eventType":"Organization","data":{}}', 200],
      ['{"eventType":"Payment","data":{"id":99999999}}', 200],
    ] as const)
      expect((await notify(hub, body)).status, body).toBe(status);
    await paying.work();
    const tooLarge = JSON.stringify({ eventType: 'Payment', data: { id: 1 }, metadata: 'x'.repeat(300_000) });
    expect((await notify(hub, tooLarge)).status).toBe(413);
  });
});

test('a charge is behind its secret only, and belongs to one hub', async () => {
  const charge = await paying.charge(hub);
  expect((await hub.get('/payer/devine')).status).toBe(404);
  expect((await other.get(charge.path)).status).toBe(404);
  expect((await other.post(charge.path, { way: 'online' })).status).toBe(404);
  const ctx = await other.context();
  expect(await chargesOf(ctx.db, 'registration', [charge.id])).toEqual(new Map());
});

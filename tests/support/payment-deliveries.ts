import { truthOf } from '#modules/payments/domain/checkout-truth.ts';
import { charges, checkouts, paymentEntries } from '#modules/payments/tables.ts';
import type { TestHub } from './app.ts';
import type { FakePayment } from './fakes/helloasso-server.ts';
import type { PayingSite } from './paying-site.ts';

/** How a storm of notifications ended. */
export interface StormFindings {
  deliveries: number;
  duplicates: number;
  forged: number;
  /** Answers that were not the expected ones, by what was sent. */
  wrongAnswers: string[];
  /** Payments whose lines do not say what the provider does. */
  wrongSums: number;
  receivedTwice: number;
  /** Lines that the other hub got: none is its own. */
  strayLines: number;
  /** Lines that the reconciliation of the night had to add. */
  reconciled: number;
  /** Payments that a ledger believing each notification would count wrong. */
  naiveWrong: number;
}

interface Delivery {
  body: string;
  kind: 'true' | 'again' | 'forged' | 'elsewhere' | 'broken';
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Pays, refunds and contests at the provider, and delivers what it tells of it: repeated, out of order, forged, for
 * another hub, after the money went back. Ends with what the ledger says against the provider.
 */
export async function stormOfNotices(
  paying: PayingSite,
  { hub, other, count, seed }: { hub: TestHub; other: TestHub; count: number; seed: number },
): Promise<StormFindings> {
  const random = randomFrom(seed);
  const among = (share: number): boolean => random() < share;
  const { helloasso } = paying;
  const findings: StormFindings = {
    deliveries: 0,
    duplicates: 0,
    forged: 0,
    wrongAnswers: [],
    wrongSums: 0,
    receivedTwice: 0,
    strayLines: 0,
    reconciled: 0,
    naiveWrong: 0,
  };
  const naive = new Map<number, number>();
  const sent: string[] = [];
  const payments: FakePayment[] = [];

  async function deliver(delivery: Delivery): Promise<void> {
    findings.deliveries += 1;
    const to = delivery.kind === 'elsewhere' ? other : hub;
    const path = delivery.kind === 'forged' ? `/paiements/helloasso/${'x'.repeat(43)}` : paying.notified(to);
    const answer = await to.send(path, {
      method: 'POST',
      body: delivery.body,
      headers: { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(delivery.body)) },
    });
    const expected = { true: 200, again: 200, elsewhere: 200, forged: 401, broken: 400 }[delivery.kind];
    if (answer.status !== expected) findings.wrongAnswers.push(`${delivery.kind} ${answer.status}`);
    if (delivery.kind === 'again') findings.duplicates += 1;
    if (delivery.kind === 'forged') findings.forged += 1;
    if (delivery.kind === 'forged' || delivery.kind === 'broken') return;
    const told = JSON.parse(delivery.body) as { data: { id: number; state?: string; amount: number } };
    if (told.data.state === 'Authorized') naive.set(told.data.id, (naive.get(told.data.id) ?? 0) + told.data.amount);
  }

  function toDeliver(payment: FakePayment): Delivery[] {
    const body = helloasso.notification(among(0.5) ? 'Order' : 'Payment', payment.id);
    const more = [...(among(0.06) ? ['forged' as const] : []), ...(among(0.06) ? ['elsewhere' as const] : [])];
    const again = Array.from({ length: among(0.5) ? 1 : 0 }, () => 'again' as const);
    const broken = among(0.03) ? [{ body: `${body.slice(0, -5)}…`, kind: 'broken' as const }] : [];
    sent.push(body);
    return [{ body, kind: 'true' }, ...[...more, ...again].map((kind) => ({ body, kind })), ...broken];
  }

  function change(payment: FakePayment): void {
    if (payment.state !== 'Authorized') return;
    const turn = random();
    if (turn < 0.3) helloasso.giveBack(payment.id);
    else if (turn < 0.5) helloasso.giveBack(payment.id, Math.max(1, Math.floor(payment.amount / 3)));
    else if (turn < 0.6) helloasso.contest(payment.id);
  }

  while (findings.deliveries < count) {
    const waiting: Delivery[] = [];
    for (let index = 0; index < 12; index += 1) {
      const { path } = await paying.charge(hub);
      const checkout = await paying.begin(hub, path);
      if (among(0.1)) continue;
      const wrongAmount = among(0.08) ? { amount: 700 } : {};
      const payment = helloasso.pay(checkout, {
        state: among(0.12) ? 'Refused' : 'Authorized',
        tip: among(0.3) ? 200 : 0,
        ...wrongAmount,
      });
      payments.push(payment);
      // Some are given back before anyone heard of them.
      if (among(0.15)) change(payment);
      waiting.push(...toDeliver(payment));
    }
    for (const payment of payments.slice(-40))
      if (among(0.25)) {
        change(payment);
        waiting.push(...toDeliver(payment));
      }
    for (let index = 0; index < waiting.length / 4; index += 1)
      waiting.push({ body: sent[Math.floor(random() * sent.length)] ?? '{}', kind: 'again' });
    const shuffled = waiting
      .map((delivery) => ({ delivery, rank: random() }))
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ delivery }) => delivery);
    for (let start = 0; start < shuffled.length; start += 8)
      await Promise.all(shuffled.slice(start, start + 8).map(deliver));
    await paying.work();
  }
  await paying.work();

  const { db } = await hub.context();
  const before = await db.select().from(paymentEntries);
  await paying.ring(hub, 'payments.reconcile');
  const lines = await db.select().from(paymentEntries);
  findings.reconciled = lines.length - before.length;
  for (const payment of payments) {
    const own = lines.filter((line) => line.providerPaymentId === payment.id);
    const refunds = payment.refunds.map(({ amount, status }) => ({ amount, isDone: status === 'Processed' }));
    const { received, returned, contested } = truthOf({ ...payment, refunds });
    const kept = received - returned - contested;
    if (own.reduce((sum, line) => sum + line.amount, 0) !== kept) findings.wrongSums += 1;
    if (own.filter((line) => line.kind === 'payment').length > 1) findings.receivedTwice += 1;
    if ((naive.get(payment.id) ?? 0) !== kept) findings.naiveWrong += 1;
  }
  findings.strayLines = (await (await other.context()).db.select().from(paymentEntries)).length;
  findings.wrongSums += await unsettledCharges(hub);
  return findings;
}

/** Charges whose kept sums are not those of their lines, and checkouts whose state is not that of their payments. */
async function unsettledCharges(hub: TestHub): Promise<number> {
  const { db } = await hub.context();
  const lines = await db.select().from(paymentEntries);
  const opened = await db.select().from(checkouts);
  const wrongStates = opened.filter((one) => one.state === 'open' && lines.some((line) => line.checkoutId === one.id));
  const wrongSums = (await db.select().from(charges)).filter((charge) => {
    const own = lines.filter((line) => line.chargeId === charge.id);
    return charge.received - charge.returned !== own.reduce((sum, line) => sum + line.amount, 0);
  });
  return wrongStates.length + wrongSums.length;
}

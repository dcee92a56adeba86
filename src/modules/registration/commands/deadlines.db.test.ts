import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { Clock } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { settleOverdueQueues } from '../jobs/settle-overdue.ts';
import { tellDatesOfRegistrants } from '../jobs/tell-date-changes.ts';
import { forgetRegistrations } from '../jobs/forget-old-registrations.ts';
import { anOffer, someDeps } from '../testing/builders.ts';
import { registrations } from '../tables.ts';
import { bookSeats } from './book-seats.ts';
import { answerSeatOffer, cancelOwn } from './own-acts.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

/** A hub whose clock one sets. */
async function hubAt(start: string) {
  let now = Temporal.Instant.from(start);
  const clock: Clock = { now: () => now };
  const ctx = { ...contextOf(database, await newHub(database), actorWith('employee')), clock };
  const anyone = { ...ctx, actor: null };
  const job = { ...anyone, ports: {} as never, attempt: 1, isLastAttempt: true, signal: new AbortController().signal };
  return {
    ctx,
    anyone,
    job,
    go: (duration: Temporal.DurationLike) => void (now = now.add(Temporal.Duration.from(duration))),
    async register(where: { eventId: string; occurrenceId: string }, name: string, more = {}) {
      const people = [{ name, email: `${name.toLowerCase()}@essai.example`, ...more }];
      const done = await execute(anyone, bookSeats(someDeps), { ...where, people });
      return someDeps.links.secretOf('booking', ctx.hubId, unwrap(done).bookingId, 1);
    },
    async states() {
      const rows = await ctx.db.select().from(registrations);
      return Object.fromEntries(rows.map(({ name, state }) => [name, state]));
    },
    async told(kind: string) {
      const { rows } = await ctx.db.execute<{ recipient: string }>(
        sql`select recipient from mail_messages where kind = ${kind} order by created_at, id`,
      );
      return rows.map(({ recipient }) => recipient.split('@')[0]);
    },
  };
}

test('without an answer in time, the seat goes to the next one; each is told once, even after a long sleep', async () => {
  const hub = await hubAt('2026-03-01T08:00:00Z');
  const where = await anOffer(hub.ctx, { capacity: 1, offerHours: 48 }, { inDays: 60 });
  const [first, second] = [await hub.register(where, 'Anne'), await hub.register(where, 'Bruno')];
  await hub.register(where, 'Carole');
  unwrap(await execute(hub.anyone, cancelOwn(someDeps), { secret: first }));
  expect(await hub.states()).toEqual({ Anne: 'cancelled', Bruno: 'offered', Carole: 'waiting' });
  const settle = () => settleOverdueQueues(someDeps).run(hub.job as never, {});
  await settle();
  expect(await hub.told('registration.offered')).toEqual(['bruno']);
  hub.go({ hours: 49 });
  const late = await execute(hub.anyone, answerSeatOffer(someDeps), { secret: second, accepts: true });
  expect(late.ok).toBe(false);
  await settle();
  await settle();
  expect(await hub.states()).toEqual({ Anne: 'cancelled', Bruno: 'cancelled', Carole: 'offered' });
  expect(await hub.told('registration.offered')).toEqual(['bruno', 'carole']);
  expect(await hub.told('registration.offer-expired')).toEqual(['bruno']);
  // A year later: one more expires, nothing is offered for a date that is over.
  hub.go({ hours: 24 * 365 });
  await settle();
  await settle();
  expect(await hub.told('registration.offer-expired')).toEqual(['bruno', 'carole']);
  expect((await hub.states())['Carole']).toBe('cancelled');
});

test('a clock set back gives nothing twice, and takes nothing back', async () => {
  const hub = await hubAt('2026-03-01T08:00:00Z');
  const where = await anOffer(hub.ctx, { capacity: 1 });
  const first = await hub.register(where, 'Anne');
  await hub.register(where, 'Bruno');
  unwrap(await execute(hub.anyone, cancelOwn(someDeps), { secret: first }));
  hub.go({ minutes: -10 });
  await settleOverdueQueues(someDeps).run(hub.job as never, {});
  expect(await hub.states()).toEqual({ Anne: 'cancelled', Bruno: 'offered' });
  expect(await hub.told('registration.offered')).toEqual(['bruno']);
});

test('a group that must stay together waits for all its seats, and those behind who fit go before', async () => {
  const hub = await hubAt('2026-03-01T08:00:00Z');
  const where = await anOffer(hub.ctx, { capacity: 2 });
  const first = await hub.register(where, 'Anne');
  const other = await hub.register(where, 'Autre');
  unwrap(
    await execute(hub.anyone, bookSeats(someDeps), {
      ...where,
      people: [{ name: 'Groupe Un', email: 'g@essai.example' }, { name: 'Groupe Deux' }],
    }),
  );
  unwrap(await execute(hub.anyone, cancelOwn(someDeps), { secret: first }));
  expect(await hub.states()).toMatchObject({ 'Groupe Un': 'waiting', 'Groupe Deux': 'waiting' });
  unwrap(await execute(hub.anyone, cancelOwn(someDeps), { secret: other }));
  expect(await hub.states()).toMatchObject({ 'Groupe Un': 'offered', 'Groupe Deux': 'offered' });
  expect(await hub.told('registration.offered')).toEqual(['g']);
});

test('a seat kept for an online payment is freed when the payment does not come', async () => {
  const hub = await hubAt('2026-03-01T08:00:00Z');
  const where = await anOffer(hub.ctx, {
    capacity: 1,
    prices: [{ key: 'plein', label: 'Plein tarif', cents: 1000 }],
    paymentWays: ['online'],
    holdMinutes: 30,
  });
  unwrap(
    await execute(hub.anyone, bookSeats(someDeps), {
      ...where,
      people: [{ name: 'Anne', email: 'anne@essai.example', priceKey: 'plein' }],
      paymentWay: 'online',
    }),
  );
  await hub.register(where, 'Bruno', { priceKey: 'plein' });
  hub.go({ minutes: 31 });
  await settleOverdueQueues(someDeps).run(hub.job as never, {});
  expect(await hub.states()).toEqual({ Anne: 'cancelled', Bruno: 'offered' });
  expect(await hub.told('registration.unpaid')).toEqual(['anne']);
});

test('a date called off is told once to each, however often the job runs', async () => {
  const hub = await hubAt('2026-03-01T08:00:00Z');
  const where = await anOffer(hub.ctx, { capacity: 1 });
  await hub.register(where, 'Anne');
  await hub.register(where, 'Bruno');
  await hub.ctx.db.execute(sql`update agenda_occurrences set is_cancelled = true`);
  const fact = {
    key: hub.ctx.newId(),
    eventId: where.eventId,
    dates: [{ occurrenceId: where.occurrenceId, change: 'cancelled' as const }],
  };
  for (let time = 0; time < 3; time += 1) await tellDatesOfRegistrants(someDeps).run(hub.job as never, fact);
  expect(new Set(await hub.told('registration.date-cancelled'))).toEqual(new Set(['anne', 'bruno']));
  expect(await hub.told('registration.date-cancelled')).toHaveLength(2);
});

test('meals and needs are forgotten three months after, names three years after, counts stay', async () => {
  const hub = await hubAt('2026-03-01T08:00:00Z');
  const where = await anOffer(hub.ctx, {
    questions: [
      { kind: 'diet', isRequired: false },
      { kind: 'presence', isRequired: false },
    ],
  });
  await hub.register(where, 'Anne', {
    answers: { diet: ['sans gluten'], presence: ['present'] },
    municipality: 'Guichen',
  });
  hub.go({ hours: 24 * 150 });
  unwrap(await execute(hub.anyone, forgetRegistrations, {}));
  const [row] = await hub.ctx.db.select().from(registrations);
  expect([row?.answers, row?.name]).toEqual([{ presence: 'present' }, 'Anne']);
  hub.go({ hours: 24 * 365 * 3 });
  unwrap(await execute(hub.anyone, forgetRegistrations, {}));
  const [line] = await hub.ctx.db.select().from(registrations);
  expect([line?.name, line?.email, line?.state, line?.municipality]).toEqual(['', null, 'confirmed', 'Guichen']);
});

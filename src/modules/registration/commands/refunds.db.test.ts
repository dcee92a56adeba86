import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inWork } from '#modules/identity/testing/builders.ts';
import { chargesOf, invoicesOf, issuePaper, notePayment } from '#modules/payments/index.ts';
import { giveBack } from '#modules/payments/commands/give-back.ts';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { chargeModule } from '../domain/charge-module.ts';
import { anOffer, someDeps } from '../testing/builders.ts';
import { registrations } from '../tables.ts';
import { tellDateChanges } from './tell-date-changes.ts';
import { bookSeats } from './book-seats.ts';
import { cancelOwn } from './own-acts.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

const price = { key: 'plein', label: 'Plein tarif', cents: 2000, isMember: false };

/** Three people registered and paid together, with an invoice. */
async function threePaid() {
  const ctx = contextOf(database, await newHub(database), actorWith('employee'));
  const anyone = { ...ctx, actor: null };
  const offer = { capacity: 10, prices: [price], paymentWays: ['cheque' as const], mostPeople: 3 };
  const where = await anOffer(ctx, offer);
  const people = ['Anne', 'Bruno', 'Carole'].map((name, at) => ({
    name,
    email: at === 2 ? 'carole@essai.example' : 'anne@essai.example',
    priceKey: price.key,
  }));
  const { bookingId } = unwrap(await execute(anyone, bookSeats(someDeps), { ...where, people }));
  const views = async () => (await chargesOf(ctx.db, chargeModule, [bookingId])).get(bookingId) ?? [];
  const chargeId = (await views())[0]?.id ?? '';
  unwrap(await execute(ctx, notePayment, { chargeId, way: 'cheque' }));
  unwrap(await execute(ctx, issuePaper, { chargeId, kind: 'invoice' }));
  const secret = someDeps.links.secretOf('booking', ctx.hubId, bookingId, 1);
  return {
    ctx,
    where,
    views,
    chargeId,
    async leave(name: string) {
      const rows = await ctx.db.select().from(registrations);
      const ids = rows.filter((row) => row.name === name).map(({ id }) => id);
      return unwrap(await execute(anyone, cancelOwn(someDeps), { secret, ids }));
    },
    papers: async () =>
      (await invoicesOf(ctx.db, [chargeId])).map(({ kind, number, total, isCancelled }) => [
        kind,
        number.slice(-4),
        total,
        isCancelled,
      ]),
    async told(word: string) {
      const { rows } = await ctx.db.execute<{ recipient: string }>(
        sql`select recipient from mail_messages where body::text like ${`%rendons ${word}%`} order by created_at, id`,
      );
      return rows.map(({ recipient }) => recipient);
    },
  };
}

test('one of three paid people who leaves is owed back: sum, credit note without a hole, word to who paid', async () => {
  const { ctx, views, chargeId, leave, papers, told } = await threePaid();
  await leave('Carole');
  expect(await views()).toMatchObject([{ amount: 4000, received: 6000, toReturn: 2000, left: 0, state: 'paid' }]);
  // Carole, who did not pay, reads nothing of the money.
  expect(await told('20\u00a0€')).toEqual(['anne@essai.example']);
  expect(await papers()).toEqual([
    ['invoice', '0001', 6000, true],
    ['credit_note', '0001', -6000, false],
    ['invoice', '0002', 4000, false],
  ]);
  expect(await execute(ctx, giveBack, { chargeId, way: 'transfer', amount: 2000 })).toMatchObject({ ok: true });
  expect(await views()).toMatchObject([{ returned: 2000, toReturn: 0, state: 'paid' }]);
  expect(await told('20\u00a0€ (virement)')).toEqual(['anne@essai.example']);
  // The next one takes what is left down again; nothing is asked anew.
  await leave('Bruno');
  expect(await views()).toMatchObject([{ amount: 2000, toReturn: 2000 }]);
  await leave('Anne');
  expect(await views()).toMatchObject([{ state: 'cancelled', toReturn: 4000 }]);
  expect((await papers()).at(-1)).toEqual(['credit_note', '0003', -2000, false]);
});

test('a paid date called off owes all back, and asks nothing twice when it is held after all', async () => {
  const { ctx, where, views, told } = await threePaid();
  const { eventId, occurrenceId } = where;
  const turn = async (act: 'cancel' | 'restore') => {
    await ctx.db.execute(sql`update agenda_occurrences set is_cancelled = ${act === 'cancel'}`);
    const change = act === 'cancel' ? ('cancelled' as const) : ('restored' as const);
    await inWork(ctx, (work) => tellDateChanges(work, someDeps, { eventId, dates: [{ occurrenceId, change }] }));
  };
  await turn('cancel');
  expect(await views()).toMatchObject([{ state: 'cancelled', toReturn: 6000 }]);
  expect(await told('60\u00a0€')).toEqual(['anne@essai.example']);
  await turn('restore');
  expect(await views()).toMatchObject([{ state: 'paid', amount: 6000, toReturn: 0 }]);
});

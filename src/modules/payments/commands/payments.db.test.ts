import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { inWork } from '#modules/identity/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { invoiceNumber } from '../domain/invoice-numbers.ts';
import { openPaymentLinks } from '../links.ts';
import { chargesOf } from '../queries/charges-of.ts';
import { invoicesOf } from '../queries/invoices-of.ts';
import { invoices, paymentEntries } from '../tables.ts';
import { cancelCharge, giveUpCharge } from './cancel-charge.ts';
import { cancelInvoice } from './cancel-invoice.ts';
import { depositCheques } from './deposit-cheques.ts';
import { giveBack, takeBackEntry } from './give-back.ts';
import { issueInvoice } from './issue-invoice.ts';
import { issuePaper } from './issue-paper.ts';
import { notePayment } from './note-payment.ts';
import { noteSeveral } from './note-several.ts';
import { openCharge } from './open-charge.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const links = openPaymentLinks('secret des essais');
async function desk() {
  const ctx = contextOf(database, await newHub(database), actorWith('employee'));
  const subject = (): { module: string; id: string } => ({ module: 'registration', id: ctx.newId() });
  const open = (of = subject(), unitPrice = 2000) =>
    inWork(ctx, (work) =>
      openCharge(work, links, {
        subject: of,
        label: 'Formation comptabilité',
        lines: [{ label: 'Place', quantity: 1, unitPrice }],
        payer: { name: 'Association Le Semnon', email: null },
        ways: ['cheque', 'transfer'],
      }),
    );
  const stateOf = async (of: { id: string }) => (await chargesOf(ctx.db, 'registration', [of.id])).get(of.id)?.at(-1);
  return { ctx, open, subject, stateOf };
}

describe('a charge', () => {
  it('is paid in parts, tells it once, and takes no more than is owed', async () => {
    const { ctx, open, subject, stateOf } = await desk();
    const of = subject();
    const { id } = await open(of);
    const part = { chargeId: id, way: 'cheque', amount: 500, number: '0012345' };
    expect(unwrap(await execute(ctx, notePayment, part)).state).toBe('due');
    expect(await stateOf(of)).toMatchObject({ received: 500, left: 1500, state: 'due' });
    expect(await execute(ctx, notePayment, { ...part, amount: 1501 })).toMatchObject({ reason: 'more_than_owed' });
    expect(ctx.witness.facts).toEqual([]);
    expect(unwrap(await execute(ctx, notePayment, { chargeId: id, way: 'transfer' })).state).toBe('paid');
    expect(ctx.witness.facts).toEqual([{ type: 'chargePaid', chargeId: id, subject: of }]);
    expect(await execute(ctx, notePayment, { chargeId: id, way: 'cash' })).toMatchObject({ reason: 'nothing_owed' });
  });

  it('noted by twenty hands at once is received once', async () => {
    const { ctx, open, subject, stateOf } = await desk();
    const of = subject();
    const { id } = await open(of);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => execute(ctx, notePayment, { chargeId: id, way: 'cheque' })),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await stateOf(of)).toMatchObject({ received: 2000, state: 'paid' });
  });

  it('asked again changes what is owed until something came in', async () => {
    const { ctx, open, subject } = await desk();
    const of = subject();
    const first = await open(of);
    const second = await open(of, 3500);
    expect(second).toEqual({ ...first, amount: 3500 });
    unwrap(await execute(ctx, notePayment, { chargeId: first.id, way: 'cash' }));
    expect((await open(of)).id).not.toBe(first.id);
    await expect(open(subject(), 0)).rejects.toBeInstanceOf(RangeError);
  });

  it('cancelled after it was paid leaves the sum to give back, then is refunded', async () => {
    const { ctx, open, subject, stateOf } = await desk();
    const of = subject();
    const { id } = await open(of);
    unwrap(await execute(ctx, notePayment, { chargeId: id, way: 'transfer' }));
    await inWork(ctx, (work) => cancelCharge(work, of, 'Désistement'));
    expect(await stateOf(of)).toMatchObject({ state: 'cancelled', received: 2000, left: 0 });
    const back = { chargeId: id, way: 'transfer', amount: 2000 };
    expect(await execute(ctx, giveBack, { ...back, amount: 2001 })).toMatchObject({ reason: 'more_than_received' });
    expect(unwrap(await execute(ctx, giveBack, back)).state).toBe('refunded');
    expect(ctx.witness.facts.map((fact) => fact.type)).toEqual(['chargePaid', 'chargeRefunded']);
    expect(await execute(ctx, giveUpCharge, { id, reason: 'Encore' })).toMatchObject({ reason: 'already_cancelled' });
  });

  it('typed by mistake is put right by the opposite line, and nothing is ever changed', async () => {
    const { ctx, open, subject, stateOf } = await desk();
    const of = subject();
    const { id: chargeId } = await open(of);
    const { entryId } = unwrap(await execute(ctx, notePayment, { chargeId, way: 'cheque' }));
    const act = { chargeId, entryId, reason: 'Chèque revenu impayé' };
    const receipt = unwrap(await execute(ctx, issuePaper, { chargeId, kind: 'receipt' }));
    unwrap(await execute(ctx, takeBackEntry, { ...act, cause: 'bounced' }));
    expect(await stateOf(of)).toMatchObject({ state: 'due', received: 0, left: 2000 });
    const kinds = await ctx.db.select({ kind: paymentEntries.kind }).from(paymentEntries);
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(['contest', 'payment']);
    expect(await invoicesOf(ctx.db, [chargeId])).toMatchObject([{ number: receipt.number, isCancelled: true }]);
    expect(ctx.witness.facts.map((fact) => fact.type)).toEqual(['chargePaid', 'chargeUnpaid']);
    expect(await execute(ctx, takeBackEntry, act)).toMatchObject({ reason: 'already_reversed' });
    // Paid again: another receipt, with the next number.
    unwrap(await execute(ctx, notePayment, { chargeId, way: 'cash' }));
    const other = unwrap(await execute(ctx, issuePaper, { chargeId, kind: 'receipt' }));
    expect(Number(other.number.slice(-4))).toBe(Number(receipt.number.slice(-4)) + 1);
    for (const change of [sql`update payment_entries set amount = 1`, sql`delete from payment_entries`])
      await expect(ctx.db.execute(change)).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('belongs to those who keep the money', async () => {
    const { ctx, open } = await desk();
    const { id: chargeId } = await open();
    for (const actor of [null, actorWith('member'), actorWith('board_member'), actorWith('operator')])
      expect(await execute({ ...ctx, actor }, notePayment, { chargeId, way: 'cash' })).toMatchObject({
        reason: 'forbidden',
      });
    const elsewhere = contextOf(database, await newHub(database), actorWith('employee'));
    expect(await execute(elsewhere, notePayment, { chargeId, way: 'cash' })).toMatchObject({ reason: 'not_found' });
  });
});

it('several sums are noted at once, each by the way announced', async () => {
  const { ctx, open } = await desk();
  const ids = [(await open()).id, (await open()).id];
  expect(await execute(ctx, noteSeveral, { ids })).toMatchObject({ reason: 'unclear_fields' });
  expect(unwrap(await execute(ctx, noteSeveral, { ids, way: 'cheque' }))).toEqual({ count: 2 });
  expect(await execute(ctx, noteSeveral, { ids, way: 'cheque' })).toMatchObject({ reason: 'nothing_owed' });
});

describe('cheques', () => {
  it('are carried to the bank once, whatever is ticked twice', async () => {
    const { ctx, open } = await desk();
    const entryIds: string[] = [];
    for (let count = 0; count < 3; count += 1)
      entryIds.push(unwrap(await execute(ctx, notePayment, { chargeId: (await open()).id, way: 'cheque' })).entryId);
    const outcomes = await Promise.all([1, 2, 3].map(() => execute(ctx, depositCheques, { entryIds })));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    const cash = unwrap(await execute(ctx, notePayment, { chargeId: (await open()).id, way: 'cash' }));
    expect(await execute(ctx, depositCheques, { entryIds: [cash.entryId] })).toMatchObject({ reason: 'cheques_moved' });
  });
});

describe('papers', () => {
  it('are numbered without gap nor double, refusals and rollbacks included', async () => {
    const { ctx, open } = await desk();
    const charges = await Promise.all(Array.from({ length: 12 }, () => open()));
    await Promise.all(
      charges.flatMap(({ id }, at) => [
        execute(ctx, issuePaper, { chargeId: id, kind: 'invoice' }),
        // Another window asks for the same, and one act fails after it took a number.
        execute(ctx, issuePaper, { chargeId: id, kind: 'invoice' }),
        at % 3 === 0
          ? inWork(ctx, async (work) => {
              await issueInvoice(work, { chargeId: id, kind: 'invoice' });
              throw new Error('power cut');
            }).catch(() => null)
          : Promise.resolve(null),
      ]),
    );
    const rows = await ctx.db.select().from(invoices);
    expect(rows.map((row) => row.number).toSorted((a, b) => a - b)).toEqual(rows.map((_row, at) => at + 1));
    expect(new Set(rows.map((row) => row.chargeId)).size).toBe(12);
  });

  it('are cancelled by another, never changed; a receipt waits for the money', async () => {
    const { ctx, open } = await desk();
    const { id: chargeId } = await open();
    expect(await execute(ctx, issuePaper, { chargeId, kind: 'receipt' })).toMatchObject({ reason: 'no_paper' });
    const { id } = unwrap(await execute(ctx, issuePaper, { chargeId, kind: 'invoice' }));
    const note = unwrap(await execute(ctx, cancelInvoice, { id, reason: 'Mauvais nom' }));
    expect(note.number).toMatch(/^A-\d{4}-0001$/);
    expect(await execute(ctx, cancelInvoice, { id, reason: 'Encore' })).toMatchObject({ reason: 'already_cancelled' });
    const again = unwrap(await execute(ctx, issuePaper, { chargeId, kind: 'invoice' }));
    expect(again.number).toMatch(/^F-\d{4}-0002$/);
    unwrap(await execute(ctx, notePayment, { chargeId, way: 'transfer' }));
    unwrap(await execute(ctx, issuePaper, { chargeId, kind: 'receipt' }));
    const rows = await ctx.db.select().from(invoices);
    expect(
      rows
        .map(invoiceNumber)
        .map((number) => number.replace(/-\d{4}-/, ' '))
        .toSorted(),
    ).toEqual(['A 0001', 'F 0001', 'F 0002', 'R 0001']);
    expect(rows.filter((row) => row.kind !== 'receipt').reduce((sum, row) => sum + row.total, 0)).toBe(2000);
    await expect(ctx.db.execute(sql`update invoices set total = 0`)).rejects.toMatchObject({
      cause: { code: '42501' },
    });
  });
});

it('the state kept beside a charge is the one its lines prove', async () => {
  const { ctx, open, subject, stateOf } = await desk();
  const of = subject();
  const { id } = await open(of);
  unwrap(await execute(ctx, notePayment, { chargeId: id, way: 'cheque', amount: 700 }));
  const lines = await ctx.db.select().from(paymentEntries);
  expect(lines.map((line) => line.position)).toEqual([1]);
  expect((await stateOf(of))?.received).toBe(lines.reduce((sum, line) => sum + line.amount, 0));
});

import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { formatMoney } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { changesOf, type ReadingChanges } from '../domain/reading.ts';
import { knownOf, linesOfCheckout, readCheckout } from '../queries/checkout-reading.ts';
import { checkouts } from '../tables.ts';
import { addEntry } from './saving/add-entry.ts';
import { lockCharge } from './saving/lock-charge.ts';
import { settleCharge } from './saving/settle-charge.ts';

const cents = z.int().nonnegative();
const payment = z.object({
  id: z.int(),
  amount: cents,
  state: z.string().max(40),
  date: z.iso.date(),
  refunds: z.array(z.object({ amount: cents, isDone: z.boolean() })),
});

/** What was read at the provider. */
export const toldFields = z
  .object({
    chargeId: z.string().max(60).nullable(),
    order: z.object({ id: z.int(), payments: z.array(payment).max(50) }).nullable(),
  })
  .nullable();

/**
 * Writes in the ledger what the provider was just read to say. Refused when another reading changed something since this
 * one began: it may be the older, and must be made again.
 */
export const recordReading = command({
  name: 'payments.record-reading',
  input: z.object({ checkoutId: z.uuid(), readings: z.int(), told: toldFields }),
  allow: (actor) => actor === null,
  async run(work, { checkoutId, readings, told }) {
    const before = await readCheckout(work.db, checkoutId);
    const charge = before && (await lockCharge(work, before.chargeId));
    // Read again once the charge is held.
    const checkout = charge && (await readCheckout(work.db, checkoutId));
    if (!charge || !checkout) return refuse('not_found');
    if (checkout.readings !== readings) return refuse('read_meanwhile');
    const changes = changesOf(knownOf(checkout, work.now()), await linesOfCheckout(work.db, checkoutId), told);
    if (!changes) return refuse('nothing_new');
    const days = new Map(told?.order?.payments.map((one) => [one.id, Temporal.PlainDate.from(one.date)]));
    const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
    for (const line of changes.lines)
      await addEntry(work, charge.id, {
        ...line,
        way: 'online',
        checkoutId,
        receivedOn: line.kind === 'payment' ? (days.get(line.providerPaymentId) ?? today) : today,
      });
    const { state, orderId, problem } = changes;
    await work.db
      .update(checkouts)
      .set({ state, orderId, problem, readings: checkout.readings + 1 })
      .where(eq(checkouts.id, checkoutId));
    await settleCharge(work, charge);
    work.record({
      subjectKind: 'charge',
      subjectId: charge.id,
      summary: `${toldInWords(changes)} : ${charge.label}, ${charge.payerName}`,
    });
    return accept(null);
  },
});

function toldInWords({ lines, state }: ReadingChanges): string {
  const net = lines.reduce((total, line) => total + line.amount, 0);
  if (net > 0) return `${formatMoney(net)} reçus par HelloAsso`;
  if (net < 0) return `${formatMoney(-net)} rendus ou repris par HelloAsso`;
  return state === 'refused' ? 'Paiement refusé chez HelloAsso' : 'Paiement non abouti chez HelloAsso';
}

import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { formatMoney } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { leftToPay } from '../domain/ledger.ts';
import { notedWays, wayNames } from '../domain/ways.ts';
import { mayKeepPayments } from '../policy.ts';
import { addEntry } from './saving/add-entry.ts';
import { lockCharge } from './saving/lock-charge.ts';
import { settleCharge } from './saving/settle-charge.ts';

const line = (most: number) => z.string().trim().max(most, `C’est trop long : ${most} caractères au plus.`).default('');

/** Notes money received by the team: a cheque, a transfer, coins, a card on the spot. In parts when it comes in parts. */
export const notePayment = command({
  name: 'payments.note-payment',
  input: z.object({
    chargeId: z.uuid(),
    way: z.enum(notedWays, 'Choisissez comment la somme est arrivée.'),
    /** In cents; null: all that is left. */
    amount: z.int().positive('Écrivez une somme au-dessus de zéro.').nullable().default(null),
    /** ISO day; null: today. */
    receivedOn: z.iso.date('Écrivez une date.').nullable().default(null),
    number: line(60),
    bank: line(80),
    note: line(300),
  }),
  allow: mayKeepPayments,
  async run(work, input) {
    const charge = await lockCharge(work, input.chargeId);
    if (!charge) return refuse('not_found');
    const left = leftToPay(charge);
    if (left === 0) return refuse('nothing_owed');
    const amount = input.amount ?? left;
    if (amount > left)
      return refuse('more_than_owed', { fields: { amount: `Il ne reste que ${formatMoney(left)} à recevoir.` } });
    const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
    const receivedOn = input.receivedOn === null ? today : Temporal.PlainDate.from(input.receivedOn);
    if (Temporal.PlainDate.compare(receivedOn, today) > 0)
      return refuse('in_the_future', { fields: { receivedOn: 'Cette date n’est pas encore passée.' } });
    const entryId = await addEntry(work, charge.id, {
      kind: 'payment',
      way: input.way,
      amount,
      receivedOn,
      number: input.number,
      bank: input.bank,
      note: input.note,
    });
    const state = await settleCharge(work, charge);
    work.record({
      subjectKind: 'charge',
      subjectId: charge.id,
      summary: `${formatMoney(amount)} reçus de ${charge.payerName} (${wayNames[input.way].toLowerCase()}) : ${charge.label}`,
    });
    return accept({ entryId, state });
  },
});

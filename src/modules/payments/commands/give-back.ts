import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { readHubSettings } from '#modules/hub/index.ts';
import { command } from '#platform/command/command.ts';
import { formatMoney } from '#platform/french/index.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { notedWays, wayNames } from '../domain/ways.ts';
import { refundedMail } from '../emails/refunded-mail.ts';
import { mayKeepPayments } from '../policy.ts';
import { paymentEntries } from '../tables.ts';
import { addEntry } from './saving/add-entry.ts';
import { lockCharge } from './saving/lock-charge.ts';
import { reverseEntry } from './saving/reverse-entry.ts';
import { settleCharge } from './saving/settle-charge.ts';

/** Notes money given back by hand, and tells whoever paid. What was paid online is given back online, and read from there. */
export const giveBack = command({
  name: 'payments.give-back',
  input: z.object({
    chargeId: z.uuid(),
    way: z.enum(notedWays, 'Choisissez comment la somme est rendue.'),
    /** In cents. */
    amount: z.int().positive('Écrivez une somme au-dessus de zéro.'),
    number: z.string().trim().max(60).default(''),
    note: z.string().trim().max(300).default(''),
  }),
  allow: mayKeepPayments,
  async run(work, { chargeId, way, amount, number, note }) {
    const charge = await lockCharge(work, chargeId);
    if (!charge) return refuse('not_found');
    const kept = charge.received - charge.returned;
    if (amount > kept)
      return refuse('more_than_received', { fields: { amount: `Il n’y a que ${formatMoney(kept)} à rendre.` } });
    const receivedOn = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
    await addEntry(work, chargeId, { kind: 'refund', way, amount: -amount, receivedOn, number, note });
    const state = await settleCharge(work, charge);
    if (charge.payerEmail) {
      const hub = await readHubSettings(work.db, work.hubId);
      const to = { address: charge.payerEmail, name: charge.payerName };
      const told = { amount, way, label: charge.label, replyTo: hub?.email ?? null };
      await sendMail(work, refundedMail(to, told));
    }
    work.record({
      subjectKind: 'charge',
      subjectId: chargeId,
      summary: `${formatMoney(amount)} rendus à ${charge.payerName} (${wayNames[way].toLowerCase()}) : ${charge.label}`,
    });
    return accept({ state });
  },
});

/** Takes back a line typed by mistake, or a cheque that came back, by a line that says the opposite. */
export const takeBackEntry = command({
  name: 'payments.take-back-entry',
  input: z.object({
    chargeId: z.uuid(),
    entryId: z.uuid(),
    cause: z.enum(['mistake', 'bounced'], 'Choisissez ce qui s’est passé.').default('mistake'),
    reason: z.string().trim().min(1, 'Dites pourquoi : le registre le gardera.').max(300),
  }),
  allow: mayKeepPayments,
  async run(work, { chargeId, entryId, cause, reason }) {
    const charge = await lockCharge(work, chargeId);
    const [entry] = await work.db
      .select()
      .from(paymentEntries)
      .where(and(eq(paymentEntries.id, entryId), eq(paymentEntries.chargeId, chargeId)));
    if (!charge || !entry) return refuse('not_found');
    if (entry.checkoutId) return refuse('read_online');
    const done = await reverseEntry(work, charge, entry, { cause, reason });
    if (done !== 'done') return refuse(done);
    work.record({
      subjectKind: 'charge',
      subjectId: chargeId,
      summary: `${cause === 'bounced' ? 'Repris par la banque, contre-passé' : 'Saisie contre-passée'}, ${formatMoney(Math.abs(entry.amount))} : ${charge.label}, ${charge.payerName}`,
      details: { reason },
    });
    return accept(null);
  },
});

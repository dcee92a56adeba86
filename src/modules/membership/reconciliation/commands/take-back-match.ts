import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { takeBackReceived, type ReversalCause } from '#modules/payments/index.ts';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { formatMoney, plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepMemberships } from '../../policy.ts';
import { reversedShares } from '../queries/incoming.ts';
import { incomingPayments, incomingPaymentShares } from '../tables.ts';
import { decided, heldIncoming } from './match-incoming.ts';

/** Takes back that money was for somebody: each line it wrote is reversed, and it waits again. Who and when stay told. */
export const takeBackMatch = command({
  name: 'membership.take-back-match',
  input: z.object({
    id: z.uuid(),
    reason: z.string().trim().min(1, 'Dites pourquoi : le registre le gardera.').max(300, '300 caractères au plus.'),
  }),
  allow: mayKeepMemberships,
  async run(work, { id, reason }) {
    const row = await heldIncoming(work, id);
    if (!row) return refuse('not_found');
    if (row.state !== 'matched') return refuse('not_matched');
    const problem = await reverseShares(work, id, 'mistake', reason);
    // Read once its charges are held: the bank may have taken the money back while this act waited for them.
    if ((await reversedShares(work.db, id)).some(({ kind }) => kind !== 'correction')) return refuse('money_went_back');
    if (problem) return refuse(problem);
    await work.db.delete(incomingPaymentShares).where(eq(incomingPaymentShares.incomingId, id));
    await work.db
      .update(incomingPayments)
      .set({
        state: 'waiting',
        note: reason,
        takenBackAt: work.now(),
        takenBackBy: work.actor?.name ?? '',
        takenBackById: work.actor?.personId ?? null,
      })
      .where(eq(incomingPayments.id, id));
    work.record({
      subjectKind: 'incoming-payment',
      subjectId: id,
      summary: `Rapprochement repris : ${formatMoney(row.amount)} de ${row.payerName || 'quelqu’un'}`,
      details: { reason },
    });
    return accept(null);
  },
});

/** What HelloAsso gave back, or a bank took back, of what had come by the hub’s own forms. */
export const noteReturned = command({
  name: 'membership.note-returned-payments',
  input: z.object({
    payments: z
      .array(z.object({ sourceKey: z.string().min(1).max(200), cause: z.enum(['refunded', 'bounced']) }))
      .max(3000),
  }),
  allow: (actor) => actor === null || mayKeepMemberships(actor),
  async run(work, { payments }) {
    const causes = new Map(payments.map(({ sourceKey, cause }) => [sourceKey, cause]));
    const known = await work.db
      .select({ id: incomingPayments.id, key: incomingPayments.sourceKey })
      .from(incomingPayments)
      .where(eq(incomingPayments.source, 'helloasso'))
      .orderBy(asc(incomingPayments.id));
    let returned = 0;
    for (const { id, key } of known) {
      const cause = causes.get(key);
      const row = cause && (await heldIncoming(work, id));
      if (!row || row.state === 'returned') continue;
      const words = cause === 'refunded' ? 'Remboursé par HelloAsso' : 'Contesté auprès de la banque';
      if (row.state === 'matched') await reverseShares(work, id, cause, words);
      await work.db
        .update(incomingPayments)
        .set({ state: 'returned', note: words, ...decided(work) })
        .where(eq(incomingPayments.id, id));
      returned += 1;
    }
    work.record({
      subjectKind: 'incoming-payment',
      subjectId: null,
      summary: plural(returned, 'paiement reparti chez HelloAsso', 'paiements repartis chez HelloAsso'),
    });
    return accept({ returned });
  },
});

/**
 * Reverses each line that this payment wrote and that still stands, in the order of charges. Says whether one could not
 * be, for its money was given back by hand already; the others are.
 */
async function reverseShares(work: CommandContext, incomingId: string, cause: ReversalCause, reason: string) {
  const shares = await work.db
    .select()
    .from(incomingPaymentShares)
    .where(eq(incomingPaymentShares.incomingId, incomingId))
    .orderBy(asc(incomingPaymentShares.chargeId));
  const done = [];
  for (const { chargeId, entryId } of shares)
    done.push(await takeBackReceived(work, { chargeId, entryId, cause, reason }));
  return done.find((one) => one === 'already_returned') ?? null;
}

import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import type { ChargeSubject } from '../facts.ts';
import { mayKeepPayments } from '../policy.ts';
import { charges } from '../tables.ts';
import { correctInvoice } from './saving/correct-invoice.ts';
import { lockCharge } from './saving/lock-charge.ts';
import { settleCharge } from './saving/settle-charge.ts';

/**
 * Stops asking for what is owed for a subject, in the transaction of the act that cancels it. What was received stays in
 * the ledger, and shows among what is to give back; an invoice already sent is cancelled by a credit note. `unpaidOnly` leaves alone what something was received for.
 */
export async function cancelCharge(
  work: CommandContext,
  subject: ChargeSubject,
  reason: string,
  { unpaidOnly = false }: { unpaidOnly?: boolean } = {},
): Promise<void> {
  const open = await work.db
    .select()
    .from(charges)
    .where(
      and(eq(charges.subjectModule, subject.module), eq(charges.subjectId, subject.id), isNull(charges.cancelledAt)),
    )
    .for('update');
  for (const charge of open)
    if (!unpaidOnly || charge.received === 0) {
      await settleCharge(work, charge, { cancelledAt: work.now(), cancelReason: reason.slice(0, 300) });
      await correctInvoice(work, charge.id, reason);
    }
}

/** The team gives up a charge by hand. */
export const giveUpCharge = command({
  name: 'payments.cancel-charge',
  input: z.object({
    id: z.uuid(),
    reason: z
      .string()
      .trim()
      .min(1, 'Dites pourquoi : le journal le gardera.')
      .max(300, 'La raison tient en 300 caractères.'),
  }),
  allow: mayKeepPayments,
  async run(work, { id, reason }) {
    const charge = await lockCharge(work, id);
    if (!charge) return refuse('not_found');
    if (charge.cancelledAt) return refuse('already_cancelled');
    await settleCharge(work, charge, { cancelledAt: work.now(), cancelReason: reason });
    work.record({
      subjectKind: 'charge',
      subjectId: id,
      summary: `Somme due annulée : ${charge.label}, ${charge.payerName}`,
      details: { reason },
    });
    return accept(null);
  },
});

import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { formatMoney } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { leftToPay } from '../domain/ledger.ts';
import { verifyJob } from '../jobs/verify-job.ts';
import { checkouts } from '../tables.ts';
import { lockCharge } from './saving/lock-charge.ts';
import { settleCharge } from './saving/settle-charge.ts';

/** When a checkout is read again if nothing was heard of it: the payer closed the page, or no notice was set up. */
const rereadAfter = [15, 125] as const;

/** Keeps the checkout just opened at the provider for whoever holds the link of the charge. */
export const keepCheckout = command({
  name: 'payments.keep-checkout',
  input: z.object({ chargeId: z.uuid(), providerId: z.int().positive(), amount: z.int().positive() }),
  allow: () => true,
  async run(work, { chargeId, providerId, amount }) {
    const charge = await lockCharge(work, chargeId);
    if (!charge) return refuse('not_found');
    if (leftToPay(charge) !== amount) return refuse('nothing_owed');
    const id = work.newId();
    await work.db.insert(checkouts).values({ id, chargeId, providerId, amount, openedAt: work.now() });
    await settleCharge(work, charge, { chosenWay: 'online' });
    for (const minutes of rereadAfter)
      await work.enqueue(verifyJob, { checkoutId: id }, { startAfter: work.now().add({ minutes }) });
    work.record({
      subjectKind: 'charge',
      subjectId: chargeId,
      summary: `Paiement de ${formatMoney(amount)} commencé chez HelloAsso : ${charge.label}`,
    });
    return accept({ id });
  },
});

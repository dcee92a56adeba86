import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { leftToPay } from '../domain/ledger.ts';
import { wayNames } from '../domain/ways.ts';
import { chargeByLink } from '../queries/charge-by-link.ts';
import { lockCharge } from './saving/lock-charge.ts';
import { settleCharge } from './saving/settle-charge.ts';

/** The payer says how she will pay: by cheque, by transfer, on the spot. */
export const chooseWay = command({
  name: 'payments.choose-way',
  input: z.object({
    secret: z.string().max(100),
    way: z.enum(['cheque', 'transfer', 'cash', 'on_site'], 'Choisissez comment payer.'),
  }),
  allow: () => true,
  async run(work, { secret, way }) {
    const found = await chargeByLink(work.db, secret);
    const charge = found && (await lockCharge(work, found.id));
    if (!charge) return refuse('not_found');
    if (leftToPay(charge) === 0) return refuse('nothing_owed');
    if (!charge.ways.includes(way)) return refuse('not_offered');
    await settleCharge(work, charge, { chosenWay: way });
    work.record({
      subjectKind: 'charge',
      subjectId: charge.id,
      summary: `${charge.payerName} annonce un paiement (${wayNames[way].toLowerCase()}) : ${charge.label}`,
    });
    return accept({ chargeId: charge.id });
  },
});

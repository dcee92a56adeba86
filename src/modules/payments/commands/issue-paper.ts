import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepPayments } from '../policy.ts';
import { issueInvoice } from './issue-invoice.ts';

const line = (most: number) => z.string().trim().max(most, `C’est trop long : ${most} caractères au plus.`).default('');

/** The team issues an invoice or a receipt for a charge, made out to whom the payer asks. */
export const issuePaper = command({
  name: 'payments.issue-paper',
  input: z.object({
    chargeId: z.uuid(),
    kind: z.enum(['invoice', 'receipt']),
    buyerName: line(200),
    buyerAddress: line(400),
    buyerSiren: line(14),
    reference: line(120),
  }),
  allow: mayKeepPayments,
  async run(work, { chargeId, kind, buyerName, buyerAddress, buyerSiren, reference }) {
    const issued = await issueInvoice(work, {
      chargeId,
      kind,
      reference,
      ...(buyerName ? { buyer: { name: buyerName, address: buyerAddress, siren: buyerSiren } } : {}),
    });
    if (!issued) return refuse('no_paper');
    if (!issued.isNew) return refuse('already_issued');
    work.record({
      subjectKind: 'invoice',
      subjectId: issued.id,
      summary: `${kind === 'invoice' ? 'Facture' : 'Reçu'} ${issued.number}`,
    });
    return accept(issued);
  },
});

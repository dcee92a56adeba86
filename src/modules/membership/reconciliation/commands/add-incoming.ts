import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { mayKeepMemberships } from '../../policy.ts';
import { incomingSources, sourceLabels } from '../domain/incoming.ts';
import { incomingPayments } from '../tables.ts';

const line = (most: number) =>
  z
    .string()
    .trim()
    .default('')
    .transform((text) => text.slice(0, most));

const incoming = z.object({
  sourceKey: z.string().min(1).max(200),
  way: z.enum(['online', 'cheque', 'transfer', 'cash', 'on_site']),
  providerPaymentId: z.int().positive().nullable().default(null),
  amount: z.int('Écrivez une somme.').positive('Écrivez une somme au-dessus de zéro.').max(1_000_000_000),
  receivedOn: z.iso.date('Écrivez une date.'),
  payerName: line(200),
  payerEmail: z.string().trim().max(254).nullable().default(null),
  words: line(500),
  number: line(60),
  bank: line(80),
});
export type IncomingTyped = z.input<typeof incoming>;

/** Adds money that came by itself to the box; what was read before, whatever became of it, is left as it is. */
export const addIncoming = command({
  name: 'membership.add-incoming',
  input: z.object({ source: z.enum(incomingSources), payments: z.array(incoming).max(3000, '3 000 lignes au plus.') }),
  // At night, the machine reads for the team.
  allow: (actor) => actor === null || mayKeepMemberships(actor),
  async run(work, { source, payments }) {
    let added = 0;
    for (let from = 0; from < payments.length; from += 500) {
      const rows = await work.db
        .insert(incomingPayments)
        .values(
          payments.slice(from, from + 500).map((one) => ({
            ...one,
            id: work.newId(),
            source,
            receivedOn: Temporal.PlainDate.from(one.receivedOn),
            createdAt: work.now(),
          })),
        )
        .onConflictDoNothing()
        .returning({ id: incomingPayments.id });
      added += rows.length;
    }
    work.record({
      subjectKind: 'incoming-payment',
      subjectId: null,
      summary: `${plural(added, 'paiement arrivé', 'paiements arrivés')} à rapprocher (${sourceLabels[source]})`,
    });
    return accept({ added, known: payments.length - added });
  },
});

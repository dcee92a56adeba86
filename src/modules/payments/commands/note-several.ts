import { asc, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { leftToPay } from '../domain/ledger.ts';
import { notedWays, type Way } from '../domain/ways.ts';
import { mayKeepPayments } from '../policy.ts';
import { charges } from '../tables.ts';
import { addEntry } from './saving/add-entry.ts';
import { settleCharge } from './saving/settle-charge.ts';

const isNoted = (way: Way | null): way is (typeof notedWays)[number] => notedWays.some((one) => one === way);

/** Notes that all that was left of several sums came in: by one way, or by the one each payer announced. */
export const noteSeveral = command({
  name: 'payments.note-several',
  input: z.object({
    ids: z.array(z.uuid()).min(1, 'Cochez d’abord des lignes.').max(200, '200 lignes au plus.'),
    way: z.enum(notedWays).nullable().default(null),
    receivedOn: z.iso.date('Écrivez une date.').nullable().default(null),
  }),
  allow: mayKeepPayments,
  async run(work, { ids, way, receivedOn }) {
    const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
    const day = receivedOn === null ? today : Temporal.PlainDate.from(receivedOn);
    if (Temporal.PlainDate.compare(day, today) > 0) return refuse('in_the_future');
    // In the order of ids, so that two lists noted at once never wait for each other.
    const wanted = await work.db
      .select()
      .from(charges)
      .where(inArray(charges.id, [...new Set(ids)]))
      .orderBy(asc(charges.id))
      .for('update');
    const owed = wanted.filter((charge) => leftToPay(charge) > 0);
    if (owed.length === 0) return refuse('nothing_owed');
    const unclear = owed.find((charge) => way === null && !isNoted(charge.chosenWay));
    if (unclear)
      return refuse('unclear_fields', {
        fields: { way: `Choisissez le moyen : ${unclear.payerName} n’en a annoncé aucun.` },
      });
    for (const charge of owed) {
      await addEntry(work, charge.id, {
        kind: 'payment',
        way: way ?? charge.chosenWay ?? 'on_site',
        amount: leftToPay(charge),
        receivedOn: day,
      });
      await settleCharge(work, charge);
    }
    work.record({
      subjectKind: 'payments',
      subjectId: null,
      summary: plural(owed.length, 'somme notée reçue', 'sommes notées reçues'),
      details: { ids: owed.map((charge) => charge.id) },
    });
    return accept({ count: owed.length });
  },
});

import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepPayments } from '../policy.ts';
import { chequeDepositLines, chequeDeposits, paymentEntries } from '../tables.ts';

/** Puts cheques in one deposit slip, each in one only. */
export const depositCheques = command({
  name: 'payments.deposit-cheques',
  input: z.object({
    entryIds: z.array(z.uuid()).min(1, 'Cochez les chèques à porter à la banque.').max(200, '200 chèques au plus.'),
    depositedOn: z.iso.date('Écrivez une date.').nullable().default(null),
  }),
  allow: mayKeepPayments,
  async run(work, { entryIds, depositedOn }) {
    const wanted = [...new Set(entryIds)];
    // One deposit at a time: its number and the cheques left are counted under the same lock.
    await work.db.execute(
      sql`select pg_advisory_xact_lock(hashtextextended('cheque-deposits' || essaim_hub()::text, 0))`,
    );
    const cheques = await work.db
      .select({ id: paymentEntries.id })
      .from(paymentEntries)
      .where(
        and(
          inArray(paymentEntries.id, wanted),
          eq(paymentEntries.way, 'cheque'),
          eq(paymentEntries.kind, 'payment'),
          sql`not exists (select from cheque_deposit_lines l where l.entry_id = ${paymentEntries.id})`,
          sql`not exists (select from payment_entries r where r.reverses_id = ${paymentEntries.id})`,
        ),
      );
    if (cheques.length !== wanted.length) return refuse('cheques_moved');
    const [last] = await work.db
      .select({ number: sql<number>`coalesce(max(${chequeDeposits.number}), 0)::int` })
      .from(chequeDeposits);
    const id = work.newId();
    const number = (last?.number ?? 0) + 1;
    const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
    await work.db.insert(chequeDeposits).values({
      id,
      number,
      depositedOn: depositedOn === null ? today : Temporal.PlainDate.from(depositedOn),
      createdBy: work.actor?.name ?? '',
      createdAt: work.now(),
    });
    await work.db.insert(chequeDepositLines).values(wanted.map((entryId) => ({ entryId, depositId: id })));
    work.record({
      subjectKind: 'cheque-deposit',
      subjectId: id,
      summary: `Remise n° ${number} : ${plural(wanted.length, 'chèque')}`,
    });
    return accept({ id, number });
  },
});

import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { chargeModule } from '../domain/charge-module.ts';
import { settleDuesJob } from '../jobs/names.ts';
import type { MembershipDependencies } from '../ports.ts';
import { applicationsOfPayer, chargesOfPayers } from '../queries/applications-of.ts';
import { clearUnpaidMark } from './follow-unpaid.ts';
import { settleApplication } from './saving/settle-application.ts';
import { receiptOf } from './type-application.ts';

interface Paid {
  readonly chargeId: string;
  readonly subject: { readonly module: string; readonly id: string };
}

/** After something was paid, all of it: when it was dues, what follows is asked for in the same transaction. */
export async function followPaidDues(work: CommandContext, { chargeId, subject }: Paid): Promise<void> {
  if (subject.module === chargeModule) await work.enqueue(settleDuesJob, { payerId: subject.id, chargeId });
}

/** Numbers the receipt of paid dues, and moves each application of this payer as far as it can go. */
export const settleDues = (deps: MembershipDependencies) =>
  command({
    name: 'membership.settle-dues',
    input: z.object({ payerId: z.uuid(), chargeId: z.uuid() }),
    allow: (actor) => actor === null,
    async run(work, { payerId, chargeId }) {
      const receipt = await receiptOf(work, chargeId);
      const applications = await applicationsOfPayer(work.db, payerId);
      const charge = (await chargesOfPayers(work.db, [payerId])).get(payerId);
      if (charge?.state === 'paid')
        await clearUnpaidMark(
          work,
          applications.map(({ id }) => id),
        );
      for (const application of applications)
        await settleApplication(work, deps, application, { receiptIsSent: receipt !== null });
      work.record({
        subjectKind: 'membership-application',
        subjectId: applications[0]?.id ?? null,
        summary: receipt ? `Cotisation payée, reçu ${receipt}` : 'Cotisation payée',
      });
      return accept({ receipt });
    },
  });

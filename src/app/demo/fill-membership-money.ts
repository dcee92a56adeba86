import { addCommitment, addIncoming, saveAgreement, saveBenefit } from '#modules/membership/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { demoAgreements, demoBenefits, demoIncoming } from './demo-membership-money.ts';

/** What membership brings, agreements with partners, and two transfers to match. */
export async function fillMembershipMoney(ctx: Context): Promise<void> {
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const inDays = (days: number | null): string | null => (days === null ? null : today.add({ days }).toString());
  for (const benefit of demoBenefits) unwrap(await execute(ctx, saveBenefit, benefit));
  for (const { startsIn, endsIn, commitments, ...fields } of demoAgreements) {
    const startsOn = today.add({ days: startsIn }).toString();
    const { id } = unwrap(await execute(ctx, saveAgreement, { ...fields, startsOn, endsOn: inDays(endsIn) }));
    for (const { dueIn, ...promise } of commitments)
      unwrap(await execute(ctx, addCommitment, { ...promise, agreementId: id, dueOn: inDays(dueIn) }));
  }
  const payments = demoIncoming.map(({ daysAgo, ...one }) => ({
    ...one,
    sourceKey: one.words,
    way: 'transfer' as const,
    receivedOn: today.subtract({ days: daysAgo }).toString(),
  }));
  unwrap(await execute(ctx, addIncoming, { source: 'bank', payments }));
}

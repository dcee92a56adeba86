import { chooseWay, type PaymentWay } from '#modules/payments/index.ts';
import { executeWithin } from '#platform/command/execute.ts';
import type { CommandContext } from '#platform/context/context.ts';
import type { MembershipDependencies } from '../../ports.ts';

/** Tells the payments how the payer said she would pay; what is paid online is read from the provider only. */
export async function announceWay(
  work: CommandContext,
  { payments }: MembershipDependencies,
  chargeId: string,
  way: PaymentWay,
): Promise<void> {
  if (way === 'online') return;
  await executeWithin(work, chooseWay, { secret: payments.secretOf(work.hubId, chargeId), way });
}

import { eq } from 'drizzle-orm';
import { cancelCharge, mostCharged, openCharge, paymentWays, type PaymentWay } from '#modules/payments/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { plural } from '#platform/french/index.ts';
import { chargeModule } from '../../domain/charge-module.ts';
import { isOpen } from '../../domain/application-states.ts';
import { memberName } from '../../domain/member-name.ts';
import { paths } from '../../paths.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { applicationsOfPayer, payerOf } from '../../queries/applications-of.ts';
import { campaignOf } from '../../queries/campaigns.ts';
import { duesPayers } from '../../tables.ts';

const mostTogether = 30;

/** Whether one payment may cover this beside what its payer already owes, leaving out the application it changes. */
export async function fitsTogether(
  work: CommandContext,
  payerId: string,
  wanted: { dues: number; donation: number },
  changedId: string | null = null,
): Promise<boolean> {
  const others = (await applicationsOfPayer(work.db, payerId)).filter(
    (one) => one.id !== changedId && (isOpen(one.state) || one.state === 'accepted'),
  );
  const owed = [...others, wanted].reduce((sum, one) => sum + one.dues + one.donation, 0);
  return others.length < mostTogether && owed <= mostCharged;
}

/**
 * Makes what this payer owes the sum of the applications she pays, in one charge. Null when nothing is owed. What was
 * received stays: the payments module keeps it.
 */
export async function openDues(
  work: CommandContext,
  { payments }: MembershipDependencies,
  payerId: string,
): Promise<{ chargeId: string; path: string } | null> {
  const payer = await payerOf(work.db, payerId);
  const all = await applicationsOfPayer(work.db, payerId);
  const owing = all.filter((one) => (isOpen(one.state) || one.state === 'accepted') && one.dues + one.donation > 0);
  const subject = { module: chargeModule, id: payerId };
  const [first] = owing;
  const campaign = first && (await campaignOf(work.db, first.campaignId));
  if (!payer || !first || !campaign) {
    await cancelCharge(work, subject, 'Plus rien à payer');
    return null;
  }
  const ways = paymentWays.filter((way): way is PaymentWay => campaign.paymentWays.includes(way));
  const charge = await openCharge(work, payments, {
    subject,
    label:
      owing.length === 1
        ? `${campaign.name} : ${memberName(first)}`
        : `${campaign.name} : ${plural(owing.length, 'adhésion')}`,
    lines: owing.flatMap((one) => [
      ...(one.dues > 0 ? [{ label: `Cotisation, ${memberName(one)}`, quantity: 1, unitPrice: one.dues }] : []),
      ...(one.donation > 0 ? [{ label: `Don, ${memberName(one)}`, quantity: 1, unitPrice: one.donation }] : []),
    ]),
    payer: { name: payer.name, email: payer.email, address: payer.address, personId: payer.personId },
    ways,
    backPath: paths.join,
  });
  await work.db.update(duesPayers).set({ chargeId: charge.id }).where(eq(duesPayers.id, payerId));
  return { chargeId: charge.id, path: charge.path };
}

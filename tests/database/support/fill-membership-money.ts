import { keepForMembers } from '#modules/hub/index.ts';
import {
  addAgreementFile,
  addCommitment,
  saveAgreement,
} from '#modules/membership/agreements/commands/keep-agreements.ts';
import { noteBenefitUse, saveBenefit, sendStatements } from '#modules/membership/benefits/commands/keep-benefits.ts';
import { openMembershipLinks, typeApplication } from '#modules/membership/index.ts';
import { scalesOf } from '#modules/membership/queries/campaigns.ts';
import { issueTaxReceipts } from '#modules/membership/receipts/commands/issue-tax-receipts.ts';
import { saveMoneySettings } from '#modules/membership/receipts/commands/save-money-settings.ts';
import { taxReceipts } from '#modules/membership/receipts/tables.ts';
import { addIncoming } from '#modules/membership/reconciliation/commands/add-incoming.ts';
import { matchIncoming } from '#modules/membership/reconciliation/commands/match-incoming.ts';
import { owedDues } from '#modules/membership/reconciliation/queries/owed.ts';
import { incomingList } from '#modules/membership/reconciliation/queries/incoming.ts';
import { openPaymentLinks } from '#modules/payments/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { keepFile } from '#platform/stored-files/index.ts';
import type { TestHub, TestSite } from '#tests/support/app.ts';
import type { FilledMembership } from './fill-membership.ts';

/** What surrounds memberships left in a hub. */
export interface FilledMembershipMoney {
  /** Secret of the letter that gives the receipt to who paid. */
  receiptOwner: string;
  receipt: string;
  incoming: string;
  agreement: string;
}

/** A tax receipt, money matched and money that waits, a benefit used, an agreement with its paper. */
export async function fillMembershipMoney(
  site: TestSite,
  hub: TestHub,
  ctx: Context,
  { membership: filled, words }: { membership: FilledMembership; words: string },
): Promise<FilledMembershipMoney> {
  const { secret: root } = site.site.deps.settings;
  const links = openMembershipLinks(root, async () => hub.origin);
  const deps = { links, payments: openPaymentLinks(root), ports: site.site.ports };
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const said = words.slice(0, 80);

  unwrap(
    await execute(ctx, saveMoneySettings, {
      receiptStatus: 'general_interest',
      duesAreGifts: true,
      object: words.slice(0, 600),
      signatory: said,
      signatoryRole: said,
      place: said,
    }),
  );
  unwrap(await execute(ctx, issueTaxReceipts(deps), { year: today.year }));
  const [receipt] = await ctx.db.select().from(taxReceipts);

  const [person] = await scalesOf(ctx.db, filled.campaign);
  const { applicationId } = unwrap(
    await execute(ctx, typeApplication(deps), {
      campaignId: filled.campaign,
      scaleId: person?.id ?? '',
      givenName: 'Loïc',
      familyName: 'Rapproché',
    }),
  );
  const payments = ['un', 'deux'].map((key) => ({
    sourceKey: `${key} ${words.slice(0, 100)}`,
    way: 'transfer' as const,
    amount: 1500,
    receivedOn: today.toString(),
    payerName: words.slice(0, 200),
    payerEmail: `virement-${key}@payeur.example`,
    words: words.slice(0, 500),
    number: words.slice(0, 60),
    bank: said,
  }));
  unwrap(await execute(ctx, addIncoming, { source: 'bank', payments }));
  const [matched, waiting] = await incomingList(ctx.db, 'waiting');
  const owed = (await owedDues(ctx.db)).find((one) => one.applicationId === applicationId);
  unwrap(
    await execute(ctx, matchIncoming, {
      id: matched?.id ?? '',
      shares: [{ chargeId: owed?.chargeId ?? '', amount: 1400 }],
      note: words.slice(0, 300),
    }),
  );

  const benefit = { title: words.slice(0, 120), description: words.slice(0, 400), counted: 'noted' as const };
  const { id: benefitId } = unwrap(await execute(ctx, saveBenefit, benefit));
  unwrap(await execute(ctx, noteBenefitUse, { membershipId: filled.membership, benefitId, note: words.slice(0, 200) }));
  unwrap(await execute(ctx, sendStatements(deps), { year: today.year }));

  const { id: agreement } = unwrap(
    await execute(ctx, saveAgreement, {
      title: words.slice(0, 160),
      partner: words.slice(0, 160),
      contact: words.slice(0, 300),
      amountWords: words.slice(0, 200),
      notes: words.slice(0, 4000),
      amount: 1_200_000,
      startsOn: today.toString(),
      endsOn: today.add({ days: 30 }).toString(),
    }),
  );
  const promise = { agreementId: agreement, side: 'hub' as const, label: words.slice(0, 200) };
  unwrap(await execute(ctx, addCommitment, { ...promise, dueOn: today.toString() }));
  const bytes = new TextEncoder().encode('%PDF-1.4\n%%EOF');
  const { fileId } = unwrap(
    await keepFile(ctx, site.site.ports.files, { bytes, name: 'convention.pdf', visibility: 'staff' }),
  );
  unwrap(await execute(ctx, addAgreementFile, { agreementId: agreement, fileId, title: words.slice(0, 160) }));
  unwrap(await execute(ctx, keepForMembers, { pieces: ['phones'] }));
  return {
    receiptOwner: links.secretOf('receipt', hub.id, receipt?.id ?? '', 1),
    receipt: receipt?.id ?? '',
    incoming: waiting?.id ?? '',
    agreement,
  };
}

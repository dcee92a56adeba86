import { eq } from 'drizzle-orm';
import { invoicesOf, type ChargeView, type InvoiceView } from '#modules/payments/index.ts';
import type { Context } from '#platform/context/context.ts';
import { sharesOf } from '../domain/shares.ts';
import { memberships, type ApplicationRow, type MembershipRow } from '../tables.ts';
import { applicationOf, applicationsOfPayer, chargesOfPayers, payerOf, type PayerRow } from './applications-of.ts';
import { campaignOf, colleges, scaleOf, type Campaign, type DuesScale } from './campaigns.ts';
import { organizationNames } from './match-member.ts';

/** All that the team sees of an application. */
export interface ApplicationSheet {
  readonly application: ApplicationRow;
  readonly campaign: Campaign;
  readonly scale: DuesScale;
  readonly college: string;
  readonly payer: PayerRow;
  readonly charge: ChargeView | null;
  readonly papers: readonly InvoiceView[];
  /** What the same payment covers, this one included, and what each got of what came in. */
  readonly together: readonly { application: ApplicationRow; share: number }[];
  readonly membership: MembershipRow | null;
  /** Name of the sheet of the directory, when one was recognised. */
  readonly organization: string;
}

export async function applicationSheet({ db }: Context, id: string): Promise<ApplicationSheet | null> {
  const application = await applicationOf(db, id);
  const campaign = application && (await campaignOf(db, application.campaignId));
  const scale = application && (await scaleOf(db, application.scaleId));
  const payer = application && (await payerOf(db, application.payerId));
  if (!application || !campaign || !scale || !payer) return null;
  const charge = (await chargesOfPayers(db, [payer.id])).get(payer.id) ?? null;
  const all = (await applicationsOfPayer(db, payer.id)).filter(
    ({ state }) => state !== 'refused' && state !== 'withdrawn',
  );
  const shares = sharesOf(
    charge ? charge.received - charge.returned : 0,
    all.map(({ dues, donation }) => dues + donation),
  );
  const [membership] = await db.select().from(memberships).where(eq(memberships.applicationId, id));
  return {
    application,
    campaign,
    scale,
    payer,
    charge,
    college: (await colleges(db, true)).find((one) => one.id === application.collegeId)?.name ?? '',
    papers: charge ? await invoicesOf(db, [charge.id]) : [],
    together: all.map((one, index) => ({ application: one, share: shares[index] ?? 0 })),
    membership: membership ?? null,
    organization: application.organizationId
      ? ((await organizationNames(db, [application.organizationId])).get(application.organizationId) ?? '')
      : '',
  };
}

import { eq } from 'drizzle-orm';
import { invoicesOf, type ChargeView, type InvoiceView } from '#modules/payments/index.ts';
import type { Reader } from '#platform/db/database.ts';
import { paysForHerself } from '../receipts/domain/gift.ts';
import { receiptsOfCharges, type TaxReceiptRow } from '../receipts/queries/tax-receipts.ts';
import { memberships, type ApplicationRow, type MembershipRow } from '../tables.ts';
import { applicationByLink, applicationsOfPayer, chargesOfPayers, payerOf } from './applications-of.ts';
import { campaignOf, colleges, scaleOf, type Campaign, type DuesScale } from './campaigns.ts';

/** What a private link of an application opens. */
export interface OwnApplication {
  readonly application: ApplicationRow;
  readonly campaign: Campaign;
  readonly scale: DuesScale;
  readonly charge: ChargeView | null;
  readonly papers: readonly InvoiceView[];
  /** Of who pays for herself: those of another payer say where he lives. */
  readonly taxReceipts: readonly TaxReceiptRow[];
  /** Others that the same payment covers. */
  readonly beside: readonly ApplicationRow[];
  readonly membership: MembershipRow | null;
  readonly college: string;
}

export async function ownApplication(db: Reader, secret: string): Promise<OwnApplication | null> {
  const application = await applicationByLink(db, secret);
  if (!application || application.forgottenAt) return null;
  const campaign = await campaignOf(db, application.campaignId);
  const scale = await scaleOf(db, application.scaleId);
  if (!campaign || !scale) return null;
  const charge = (await chargesOfPayers(db, [application.payerId])).get(application.payerId) ?? null;
  const papers = charge ? await invoicesOf(db, [charge.id]) : [];
  const payer = await payerOf(db, application.payerId);
  const { email, givenName, familyName, organizationName } = application;
  const isOwn =
    payer && paysForHerself(payer, { email, names: [`${givenName} ${familyName}`.trim(), organizationName] });
  const all = await applicationsOfPayer(db, application.payerId);
  const [membership] = await db.select().from(memberships).where(eq(memberships.applicationId, application.id));
  const college = (await colleges(db, true)).find(({ id }) => id === application.collegeId)?.name ?? '';
  return {
    application,
    campaign,
    scale,
    charge,
    taxReceipts: charge && isOwn ? await receiptsOfCharges(db, [charge.id]) : [],
    papers: papers.filter(({ isCancelled }) => !isCancelled),
    beside: all.filter(({ id, state }) => id !== application.id && state !== 'refused' && state !== 'withdrawn'),
    membership: membership ?? null,
    college,
  };
}

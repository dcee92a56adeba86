import { and, count, eq, gt, sql } from 'drizzle-orm';
import { readHubSettings } from '#modules/hub/index.ts';
import { paymentWayNames, type PaymentWay } from '#modules/payments/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { formatDate, formatMoney } from '#platform/french/index.ts';
import { holdMailbox, mailboxOf } from '#platform/mail/may-still-hear.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { acceptedMail, receivedMail, refusedMail } from '../../emails/membership-mails.ts';
import { paths } from '../../paths.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { colleges, type Campaign } from '../../queries/campaigns.ts';
import { membershipApplications, type ApplicationRow, type MembershipRow } from '../../tables.ts';

/** The head of a letter about an application; null when no mail reaches who sent it. */
export async function toldOf(work: CommandContext, { links }: MembershipDependencies, application: ApplicationRow) {
  if (!application.email) return null;
  const hub = await readHubSettings(work.db, work.hubId);
  const secret = links.secretOf('application', work.hubId, application.id, application.linkTurn);
  return {
    hub: { name: hub?.name ?? '', email: hub?.email ?? null },
    to: application.email,
    name: application.givenName,
    href: `${await links.originOf(work.hubId)}${paths.own(secret)}`,
  };
}

export async function tellReceived(
  work: CommandContext,
  deps: MembershipDependencies,
  application: ApplicationRow,
  way: PaymentWay | null,
): Promise<void> {
  const told = await toldOf(work, deps, application);
  const owed = application.dues + application.donation;
  if (told)
    await sendMail(
      work,
      receivedMail(told, {
        structure: application.organizationName,
        owed: owed > 0 ? formatMoney(owed) : '',
        way: way ? ` (${paymentWayNames[way].toLowerCase()})` : '',
      }),
    );
}

export async function tellAccepted(
  work: CommandContext,
  deps: MembershipDependencies,
  campaign: Campaign,
  application: ApplicationRow,
  membership: MembershipRow,
  receiptIsSent: boolean,
): Promise<void> {
  const told = await toldOf(work, deps, application);
  if (!told) return;
  const college = (await colleges(work.db, true)).find(({ id }) => id === membership.collegeId);
  await sendMail(
    work,
    acceptedMail(told, {
      structure: application.organizationName,
      dates: `du ${formatDate(membership.startsOn)} au ${formatDate(membership.endsOn)}`,
      college: college?.name ?? '',
      isRenewal: application.renewsId !== null,
      receiptIsSent,
    }),
  );
}

export async function tellRefused(
  work: CommandContext,
  deps: MembershipDependencies,
  application: ApplicationRow,
  reason: string,
  isPaid: boolean,
): Promise<void> {
  const told = await toldOf(work, deps, application);
  if (told) await sendMail(work, refusedMail(told, { structure: application.organizationName, reason, isPaid }));
}

// Anyone may type anyone’s address: one mailbox hears of so many applications a day, no more.
const mostADay = 10;

export async function mayWriteTo(work: CommandContext, email: string): Promise<boolean> {
  await holdMailbox(work, email);
  const since = work.now().subtract({ hours: 24 });
  const [today] = await work.db
    .select({ value: count() })
    .from(membershipApplications)
    .where(
      and(
        eq(mailboxOf(sql`${membershipApplications.email}`), mailboxOf(sql`${email}::text`)),
        gt(membershipApplications.createdAt, since),
      ),
    );
  return (today?.value ?? 0) < mostADay;
}

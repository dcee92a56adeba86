import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { readHubSettings } from '#modules/hub/index.ts';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { formatMoney, plural } from '#platform/french/index.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { moneyPaths } from '../../money-paths.ts';
import { paths } from '../../paths.ts';
import { mayKeepMemberships } from '../../policy.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { taxReceiptNumber } from '../domain/gift.ts';
import { missingFor } from '../domain/issuer.ts';
import { giftsWithoutReceipt, type Gift } from '../queries/gifts.ts';
import { moneySettings, receiptIssuer } from '../queries/money-settings.ts';
import { taxReceiptCounters, taxReceipts } from '../tables.ts';
import { taxReceiptMail } from '../tax-receipt-mail.ts';

/**
 * Gives the receipts of all gifts of a year that have none. Numbers follow each other: the counter is held until the end,
 * so that a number given is used, or given again.
 */
export const issueTaxReceipts = (deps: Pick<MembershipDependencies, 'links'>) =>
  command({
    name: 'membership.issue-tax-receipts',
    input: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
    allow: mayKeepMemberships,
    async run(work, { year }) {
      const issuer = await receiptIssuer(work.db, work.hubId);
      if (missingFor(issuer).length > 0) return refuse('no_tax_receipt');
      const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
      let last = await heldCounter(work, today.year);
      // Read once the counter is held: what another one has just given is seen.
      const { duesAreGifts } = await moneySettings(work.db);
      const gifts = (await giftsWithoutReceipt(work.db, { duesAreGifts, holds: true })).filter(
        (gift): gift is Gift & { donor: 'person' | 'company' } =>
          gift.donor !== null && gift.problem === '' && gift.paidOn.year === year,
      );
      if (gifts.length === 0) return refuse('nothing_to_give');
      for (const gift of gifts) {
        last += 1;
        const given = {
          id: work.newId(),
          year: today.year,
          number: last,
          chargeId: gift.chargeId,
          donor: gift.donor,
          donorName: gift.name,
          donorAddress: gift.address,
          donorSiren: gift.siren,
          personId: gift.personId,
          organizationId: gift.organizationId,
          amount: gift.amount,
          paidOn: gift.paidOn,
          way: gift.way,
          issuer,
          issuedOn: today,
          issuedBy: work.actor?.name ?? '',
          createdAt: work.now(),
        };
        await work.db.insert(taxReceipts).values(given);
        await tell(work, deps, gift, given);
      }
      await work.db.update(taxReceiptCounters).set({ last }).where(eq(taxReceiptCounters.year, today.year));
      const amount = gifts.reduce((total, gift) => total + gift.amount, 0);
      work.record({
        subjectKind: 'tax-receipt',
        subjectId: null,
        summary: `${plural(gifts.length, 'reçu fiscal donné', 'reçus fiscaux donnés')} pour ${formatMoney(amount)}`,
      });
      return accept({ count: gifts.length, amount });
    },
  });

/** The last number of the year, held until the end of the transaction: 0 for the first one. */
async function heldCounter(work: CommandContext, year: number): Promise<number> {
  await work.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`tax-receipts ${work.hubId} ${year}`}, 0))`,
  );
  const [row] = await work.db.select().from(taxReceiptCounters).where(eq(taxReceiptCounters.year, year));
  if (row) return row.last;
  await work.db.insert(taxReceiptCounters).values({ year, last: 1 });
  return 0;
}

async function tell(
  work: CommandContext,
  { links }: Pick<MembershipDependencies, 'links'>,
  gift: Gift,
  given: { id: string; year: number; number: number },
): Promise<void> {
  if (!gift.email) return;
  const hub = await readHubSettings(work.db, work.hubId);
  const path = gift.isOwn
    ? paths.own(links.secretOf('application', work.hubId, gift.applicationId, gift.linkTurn))
    : moneyPaths.ownReceipt(links.secretOf('receipt', work.hubId, given.id, 1), given.id);
  await sendMail(
    work,
    taxReceiptMail(
      {
        hub: { name: hub?.name ?? '', email: hub?.email ?? null },
        to: gift.email,
        name: gift.name,
        href: `${await links.originOf(work.hubId)}${path}`,
      },
      { number: taxReceiptNumber(given), amount: formatMoney(gift.amount) },
    ),
  );
}

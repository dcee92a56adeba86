import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { plural } from '#platform/french/index.ts';
import { chargeModule } from '../domain/charge-module.ts';
import { applicationsOfPayer } from '../queries/applications-of.ts';
import { cancelTaxReceiptOf } from '../receipts/commands/cancel-tax-receipt.ts';
import { membershipApplications, memberships } from '../tables.ts';

interface Unpaid {
  readonly chargeId: string;
  readonly subject: { readonly module: string; readonly id: string };
}

/**
 * After dues that were paid went back: what waited for the board waits for money again, the membership is marked as not
 * paid, and the tax receipt no longer stands. The membership runs on: its end is decided by somebody, not by a bank.
 */
export async function followUnpaidDues(work: CommandContext, { chargeId, subject }: Unpaid): Promise<void> {
  if (subject.module !== chargeModule) return;
  await cancelTaxReceiptOf(work, chargeId, 'La somme n’a pas été gardée');
  const all = await applicationsOfPayer(work.db, subject.id);
  const ids = all.filter(({ dues, donation }) => dues + donation > 0).map(({ id }) => id);
  if (ids.length === 0) return;
  await work.db
    .update(membershipApplications)
    .set({ state: 'awaiting_payment', stateAt: work.now(), updatedAt: work.now() })
    .where(and(inArray(membershipApplications.id, ids), eq(membershipApplications.state, 'awaiting_board')));
  const marked = await work.db
    .update(memberships)
    .set({ duesUnpaidSince: work.now().toZonedDateTimeISO(work.zone).toPlainDate(), updatedAt: work.now() })
    .where(and(inArray(memberships.applicationId, ids), isNull(memberships.duesUnpaidSince)))
    .returning({ id: memberships.id });
  if (marked.length > 0)
    work.record({
      subjectKind: 'membership',
      subjectId: marked[0]?.id ?? null,
      summary: plural(marked.length, 'cotisation qui n’est plus payée', 'cotisations qui ne sont plus payées'),
      details: { ids: marked.map(({ id }) => id) },
    });
}

/** Dues are paid at last: the mark goes. */
export async function clearUnpaidMark(work: CommandContext, applicationIds: readonly string[]): Promise<void> {
  if (applicationIds.length > 0)
    await work.db
      .update(memberships)
      .set({ duesUnpaidSince: null, updatedAt: work.now() })
      .where(inArray(memberships.applicationId, [...applicationIds]));
}

import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { agreements } from './agreements/tables.ts';
import { memberBenefitUses } from './benefits/tables.ts';
import { taxReceipts } from './receipts/tables.ts';
import { incomingPayments } from './reconciliation/tables.ts';

/** After two persons became one: her receipts, and what she decided. */
export async function moveMoneyTo({ db }: CommandContext, keptId: string, mergedId: string): Promise<void> {
  await db.update(taxReceipts).set({ personId: keptId }).where(eq(taxReceipts.personId, mergedId));
  await db.update(incomingPayments).set({ decidedById: keptId }).where(eq(incomingPayments.decidedById, mergedId));
  await db.update(memberBenefitUses).set({ notedById: keptId }).where(eq(memberBenefitUses.notedById, mergedId));
}

/** After two sheets became one: its receipts and agreements. */
export async function moveOrganizationMoneyTo({ db }: CommandContext, keptId: string, mergedId: string): Promise<void> {
  await db.update(taxReceipts).set({ organizationId: keptId }).where(eq(taxReceipts.organizationId, mergedId));
  await db.update(agreements).set({ organizationId: keptId }).where(eq(agreements.organizationId, mergedId));
}

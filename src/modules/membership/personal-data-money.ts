import { and, eq, or, sql, type SQL } from 'drizzle-orm';
import { ownRows } from '#modules/identity/index.ts';
import type { PersonalData } from '#platform/contributions/module.ts';
import { formatDate, formatMoney } from '#platform/french/index.ts';
import { memberBenefitUses } from './benefits/tables.ts';
import { taxReceiptNumber } from './receipts/domain/gift.ts';
import { membershipMoneySettings, taxReceipts } from './receipts/tables.ts';
import { incomingPayments } from './reconciliation/tables.ts';
import { memberships } from './tables.ts';

const ownMoney = (personId: string): SQL =>
  ownRows(personId, { email: sql`${incomingPayments.payerEmail}`, name: sql`${incomingPayments.payerName}` });

/** What is held of those who paid, gave, and used what membership brings. */
export const moneyPersonalData: PersonalData = {
  async export({ db }, personId) {
    const receipts = await db.select().from(taxReceipts).where(eq(taxReceipts.personId, personId));
    const came = await db.select().from(incomingPayments).where(ownMoney(personId));
    const uses = await db
      .select({ use: memberBenefitUses })
      .from(memberBenefitUses)
      .innerJoin(
        memberships,
        and(eq(memberships.hubId, memberBenefitUses.hubId), eq(memberships.id, memberBenefitUses.membershipId)),
      )
      .where(eq(memberships.personId, personId));
    const entries = [
      ...receipts.map((one) => ({
        label: `Reçu fiscal ${taxReceiptNumber(one)}`,
        value: [one.donorName, one.donorAddress, formatMoney(one.amount), formatDate(one.paidOn)].join(', '),
        since: one.createdAt,
      })),
      ...came.map((one) => ({
        label: 'Paiement arrivé',
        value: [one.payerName, one.payerEmail, one.words, formatMoney(one.amount)].filter(Boolean).join(', '),
        since: one.createdAt,
      })),
      ...uses.map(({ use }) => ({
        label: 'Avantage d’adhérent·e',
        value: [formatDate(use.usedOn), use.note].filter(Boolean).join(', '),
        since: use.createdAt,
      })),
    ];
    return entries.length > 0 ? [{ title: 'Dons, paiements et avantages', entries }] : [];
  },
  async erase(tx, personId) {
    await tx
      .update(incomingPayments)
      .set({ payerName: '', payerEmail: null, words: '', number: '', bank: '' })
      .where(ownMoney(personId));
    await tx.execute(sql`update member_benefit_uses u set note = '' from memberships m
      where m.hub_id = u.hub_id and m.id = u.membership_id and m.person_id = ${personId}::uuid`);
    await tx
      .update(incomingPayments)
      .set({ decidedBy: '', decidedById: null })
      .where(eq(incomingPayments.decidedById, personId));
    await tx
      .update(incomingPayments)
      .set({ takenBackBy: '', takenBackById: null })
      .where(eq(incomingPayments.takenBackById, personId));
    await tx
      .update(membershipMoneySettings)
      .set({ returnsAcknowledgedBy: '', returnsAcknowledgedById: null })
      .where(eq(membershipMoneySettings.returnsAcknowledgedById, personId));
    await tx
      .update(memberBenefitUses)
      .set({ notedBy: '', notedById: null })
      .where(eq(memberBenefitUses.notedById, personId));
    const kept = await tx
      .update(taxReceipts)
      .set({ personId: null })
      .where(or(eq(taxReceipts.personId, personId)))
      .returning({ id: taxReceipts.id });
    return kept.length > 0
      ? [
          'Les reçus fiscaux sont gardés tels quels six ans, comme la loi le demande (livre des procédures fiscales, article L102 B).',
        ]
      : [];
  },
};

import { and, asc, eq, inArray, notExists, sql, type SQL } from 'drizzle-orm';
import { ownRows } from '#modules/identity/index.ts';
import type { PersonalData } from '#platform/contributions/module.ts';
import { formatMoney } from '#platform/french/index.ts';
import { stateNames } from './domain/charge-states.ts';
import { invoiceNames, invoiceNumber } from './domain/invoice-numbers.ts';
import { wayNames } from './domain/ways.ts';
import { charges, invoices, paymentEntries } from './tables.ts';

/** What a person was asked to pay, signed in or not. */
const ownCharges = (personId: string): SQL =>
  ownRows(personId, {
    personId: sql`${charges.personId}`,
    email: sql`${charges.payerEmail}`,
    name: sql`${charges.payerName}`,
  });

/** What is held of those who pay. Accounts are kept ten years: code de commerce, art. L123-22. */
export const paymentsPersonalData: PersonalData = {
  async export(ctx, personId) {
    const owed = await ctx.db.select().from(charges).where(ownCharges(personId)).orderBy(asc(charges.createdAt));
    if (owed.length === 0) return [];
    const ids = owed.map((charge) => charge.id);
    const lines = await ctx.db
      .select()
      .from(paymentEntries)
      .where(inArray(paymentEntries.chargeId, ids))
      .orderBy(asc(paymentEntries.at));
    const papers = await ctx.db.select().from(invoices).where(inArray(invoices.chargeId, ids));
    const entries = owed.flatMap((charge) => [
      {
        label: `${charge.label} : ${formatMoney(charge.amount)}`,
        value: [stateNames[charge.state], charge.payerName, charge.payerEmail, charge.payerAddress]
          .filter(Boolean)
          .join(', '),
        since: charge.createdAt,
      },
      ...lines
        .filter((line) => line.chargeId === charge.id)
        .map((line) => ({
          label: line.amount > 0 ? 'Somme reçue' : 'Somme rendue ou corrigée',
          value: [formatMoney(Math.abs(line.amount)), wayNames[line.way], line.number, line.bank, line.note]
            .filter(Boolean)
            .join(', '),
          since: line.at,
        })),
      ...papers
        .filter((paper) => paper.chargeId === charge.id)
        .map((paper) => ({
          label: `${invoiceNames[paper.kind]} ${invoiceNumber(paper)}`,
          value: [formatMoney(paper.total), paper.buyerName, paper.buyerAddress].filter(Boolean).join(', '),
          since: paper.createdAt,
        })),
    ]);
    return [{ title: 'Paiements', entries }];
  },
  async erase(tx, personId) {
    const own = ownCharges(personId);
    const isEmpty = and(
      own,
      eq(charges.received, 0),
      notExists(sql`(select from payment_entries e where e.charge_id = ${charges.id})`),
      notExists(sql`(select from invoices i where i.charge_id = ${charges.id})`),
      notExists(sql`(select from checkouts c where c.charge_id = ${charges.id})`),
    );
    await tx.delete(charges).where(isEmpty);
    // Who owed and paid must stay readable in the accounts; how to reach her must not.
    const kept = await tx
      .update(charges)
      .set({ payerEmail: null, personId: null })
      .where(own)
      .returning({ id: charges.id });
    await tx
      .update(paymentEntries)
      .set({ recordedBy: '', recordedById: null })
      .where(eq(paymentEntries.recordedById, personId));
    return kept.length === 0
      ? []
      : [
          'Les paiements et factures à son nom : la loi demande de garder les comptes dix ans (code de commerce, art. L123-22).',
        ];
  },
};

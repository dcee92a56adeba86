import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { PaymentWay } from '#modules/payments/index.ts';
import { day, hubId, id, instant } from '#platform/db/columns.ts';
import type { ReceiptIssuer, ReceiptStatus } from './domain/issuer.ts';

const line = (name: string) => text(name).notNull().default('');

/** Whether the hub may give tax receipts, in whose name, and the accounts of its bookkeeping. */
export const membershipMoneySettings = pgTable(
  'membership_money_settings',
  {
    hubId: hubId(),
    version: integer('version').notNull().default(1),
    receiptStatus: text('receipt_status').$type<ReceiptStatus>().notNull().default('none'),
    duesAreGifts: boolean('dues_are_gifts').notNull().default(false),
    /** Who read that some benefits are worth money, and says that dues are a gift all the same. */
    returnsAcknowledgedAt: instant('returns_acknowledged_at'),
    returnsAcknowledgedBy: line('returns_acknowledged_by'),
    returnsAcknowledgedById: uuid('returns_acknowledged_by_id'),
    object: line('object'),
    signatory: line('signatory'),
    signatoryRole: line('signatory_role'),
    place: line('place'),
    accountBank: text('account_bank').notNull().default('512000'),
    accountCheques: text('account_cheques').notNull().default('511200'),
    accountCash: text('account_cash').notNull().default('530000'),
    accountOnline: text('account_online').notNull().default('517000'),
    accountDues: text('account_dues').notNull().default('756000'),
    accountGifts: text('account_gifts').notNull().default('754100'),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId] })],
);

/** The last number given in a year. */
export const taxReceiptCounters = pgTable(
  'tax_receipt_counters',
  { hubId: hubId(), year: integer('year').notNull(), last: integer('last').notNull() },
  (table) => [primaryKey({ columns: [table.hubId, table.year] })],
);

/** Tax receipts as they were given. */
export const taxReceipts = pgTable(
  'tax_receipts',
  {
    hubId: hubId(),
    id: id(),
    year: integer('year').notNull(),
    number: integer('number').notNull(),
    chargeId: id('charge_id'),
    donor: text('donor', { enum: ['person', 'company'] }).notNull(),
    donorName: text('donor_name').notNull(),
    donorAddress: text('donor_address').notNull(),
    donorSiren: line('donor_siren'),
    personId: uuid('person_id'),
    organizationId: uuid('organization_id'),
    /** In cents. */
    amount: integer('amount').notNull(),
    paidOn: day('paid_on').notNull(),
    way: text('way').$type<PaymentWay>().notNull(),
    issuer: jsonb('issuer').$type<ReceiptIssuer>().notNull(),
    issuedOn: day('issued_on').notNull(),
    issuedBy: line('issued_by'),
    createdAt: instant('created_at').notNull(),
    cancelledAt: instant('cancelled_at'),
    cancelReason: line('cancel_reason'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);
export type TaxReceiptRow = typeof taxReceipts.$inferSelect;

import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, hubId, id, instant } from '#platform/db/columns.ts';
import type { ChargeState } from './domain/charge-states.ts';
import type { CheckoutState } from './domain/checkout-truth.ts';
import type { InvoiceKind } from './domain/invoice-numbers.ts';
import type { InvoiceLine } from './domain/invoice-line.ts';
import type { EntryKind } from './domain/ledger.ts';
import type { VatRule } from './domain/vat-rules.ts';
import type { Way } from './domain/ways.ts';
import type { Seller } from './invoices/seller.ts';

const line = (name: string) => text(name).notNull().default('');
const count = (name: string) => integer(name).notNull();

/** How a hub takes money, and what its invoices say of it. */
export const paymentSettings = pgTable(
  'payment_settings',
  {
    hubId: hubId(),
    version: count('version').default(1),
    helloassoSlug: line('helloasso_slug'),
    helloassoClientId: line('helloasso_client_id'),
    /** Sealed, as the signature key. */
    helloassoClientSecret: text('helloasso_client_secret'),
    helloassoSignatureKey: text('helloasso_signature_key'),
    checkedAt: instant('checked_at'),
    checkProblem: text('check_problem'),
    accountHolder: line('account_holder'),
    iban: line('iban'),
    bic: line('bic'),
    chequeOrder: line('cheque_order'),
    chequeAddress: line('cheque_address'),
    takesOnSite: boolean('takes_on_site').notNull().default(true),
    sellerName: line('seller_name'),
    sellerAddress: line('seller_address'),
    siren: line('siren'),
    trainingNumber: line('training_number'),
    vatRule: text('vat_rule').$type<VatRule>().notNull().default('franchise'),
    vatWords: line('vat_words'),
    paymentDays: count('payment_days').default(30),
    invoiceWords: line('invoice_words'),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId] })],
);

/** What somebody owes for something another module keeps. */
export const charges = pgTable(
  'charges',
  {
    hubId: hubId(),
    id: id(),
    version: count('version').default(1),
    subjectModule: text('subject_module').notNull(),
    subjectId: id('subject_id'),
    label: text('label').notNull(),
    lines: jsonb('lines').$type<InvoiceLine[]>().notNull(),
    /** In cents, as every sum here. */
    amount: count('amount'),
    ways: text('ways').array().$type<Way[]>().notNull(),
    chosenWay: text('chosen_way').$type<Way>(),
    personId: uuid('person_id'),
    payerName: text('payer_name').notNull(),
    payerEmail: text('payer_email'),
    payerAddress: line('payer_address'),
    backPath: line('back_path'),
    linkHash: text('link_hash').notNull(),
    dueOn: day('due_on'),
    state: text('state').$type<ChargeState>().notNull().default('due'),
    received: count('received').default(0),
    returned: count('returned').default(0),
    cancelledAt: instant('cancelled_at'),
    cancelReason: line('cancel_reason'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Checkouts opened at HelloAsso. */
export const checkouts = pgTable(
  'checkouts',
  {
    hubId: hubId(),
    id: id(),
    chargeId: id('charge_id'),
    providerId: bigint('provider_id', { mode: 'number' }).notNull(),
    amount: count('amount'),
    state: text('state').$type<CheckoutState>().notNull().default('open'),
    orderId: bigint('order_id', { mode: 'number' }),
    readings: count('readings').default(0),
    problem: text('problem'),
    openedAt: instant('opened_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Every sum received, given back or put right; only ever added to. */
export const paymentEntries = pgTable(
  'payment_entries',
  {
    hubId: hubId(),
    id: id(),
    chargeId: id('charge_id'),
    position: count('position'),
    kind: text('kind').$type<EntryKind>().notNull(),
    way: text('way').$type<Way>().notNull(),
    amount: count('amount'),
    receivedOn: day('received_on').notNull(),
    number: line('number'),
    bank: line('bank'),
    note: line('note'),
    checkoutId: uuid('checkout_id'),
    providerPaymentId: bigint('provider_payment_id', { mode: 'number' }),
    reversesId: uuid('reverses_id'),
    recordedById: uuid('recorded_by_id'),
    recordedBy: line('recorded_by'),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Notifications received, to tell repeats. */
export const paymentNotices = pgTable(
  'payment_notices',
  {
    hubId: hubId(),
    id: id(),
    fingerprint: text('fingerprint').notNull(),
    kind: text('kind').notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Cheques carried to the bank together. */
export const chequeDeposits = pgTable(
  'cheque_deposits',
  {
    hubId: hubId(),
    id: id(),
    number: count('number'),
    depositedOn: day('deposited_on').notNull(),
    createdBy: line('created_by'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

export const chequeDepositLines = pgTable(
  'cheque_deposit_lines',
  { hubId: hubId(), entryId: id('entry_id'), depositId: id('deposit_id') },
  (table) => [primaryKey({ columns: [table.hubId, table.entryId] })],
);

/** The last number given, by kind and year. */
export const invoiceCounters = pgTable(
  'invoice_counters',
  { hubId: hubId(), kind: text('kind').$type<InvoiceKind>().notNull(), year: count('year'), last: count('last') },
  (table) => [primaryKey({ columns: [table.hubId, table.kind, table.year] })],
);

/** Numbered papers as they were issued. */
export const invoices = pgTable(
  'invoices',
  {
    hubId: hubId(),
    id: id(),
    kind: text('kind').$type<InvoiceKind>().notNull(),
    year: count('year'),
    number: count('number'),
    chargeId: id('charge_id'),
    cancelsId: uuid('cancels_id'),
    issuedOn: day('issued_on').notNull(),
    dueOn: day('due_on'),
    seller: jsonb('seller').$type<Seller>().notNull(),
    buyerName: text('buyer_name').notNull(),
    buyerAddress: line('buyer_address'),
    buyerSiren: line('buyer_siren'),
    reference: line('reference'),
    lines: jsonb('lines').$type<InvoiceLine[]>().notNull(),
    total: count('total'),
    settled: count('settled').default(0),
    settlement: line('settlement'),
    issuedBy: line('issued_by'),
    createdAt: instant('created_at').notNull(),
    fileKey: text('file_key'),
    fileSha256: text('file_sha256'),
    fileBytes: integer('file_bytes'),
    /** Of a receipt: what it proved went back. */
    voidedAt: instant('voided_at'),
    voidReason: line('void_reason'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

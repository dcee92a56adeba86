import { bigint, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { PaymentWay } from '#modules/payments/index.ts';
import { day, hubId, id, instant } from '#platform/db/columns.ts';
import type { IncomingSource, IncomingState } from './domain/incoming.ts';

const line = (name: string) => text(name).notNull().default('');

/** Money that came before anybody said what for. */
export const incomingPayments = pgTable(
  'incoming_payments',
  {
    hubId: hubId(),
    id: id(),
    source: text('source').$type<IncomingSource>().notNull(),
    sourceKey: text('source_key').notNull(),
    way: text('way').$type<PaymentWay>().notNull(),
    providerPaymentId: bigint('provider_payment_id', { mode: 'number' }),
    amount: integer('amount').notNull(),
    receivedOn: day('received_on').notNull(),
    payerName: line('payer_name'),
    payerEmail: text('payer_email'),
    words: line('words'),
    number: line('number'),
    bank: line('bank'),
    state: text('state').$type<IncomingState>().notNull().default('waiting'),
    note: line('note'),
    decidedAt: instant('decided_at'),
    decidedBy: line('decided_by'),
    decidedById: uuid('decided_by_id'),
    takenBackAt: instant('taken_back_at'),
    takenBackBy: line('taken_back_by'),
    takenBackById: uuid('taken_back_by_id'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);
export type IncomingRow = typeof incomingPayments.$inferSelect;

/** What became of it: one line for each charge it paid. */
export const incomingPaymentShares = pgTable(
  'incoming_payment_shares',
  {
    hubId: hubId(),
    incomingId: id('incoming_id'),
    chargeId: id('charge_id'),
    entryId: id('entry_id'),
    amount: integer('amount').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.incomingId, table.chargeId] })],
);

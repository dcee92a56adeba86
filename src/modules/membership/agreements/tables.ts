import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, hubId, id, instant } from '#platform/db/columns.ts';

const line = (name: string) => text(name).notNull().default('');

/** Agreements with authorities and partners. */
export const agreements = pgTable(
  'agreements',
  {
    hubId: hubId(),
    id: id(),
    version: integer('version').notNull().default(1),
    title: text('title').notNull(),
    partner: text('partner').notNull(),
    organizationId: uuid('organization_id'),
    contact: line('contact'),
    /** A year, in cents. */
    amount: integer('amount'),
    amountWords: line('amount_words'),
    signedOn: day('signed_on'),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on'),
    noticeDays: integer('notice_days').notNull().default(90),
    notes: line('notes'),
    endedAt: instant('ended_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);
export type AgreementRow = typeof agreements.$inferSelect;

/** What each side promised, done or due. */
export const agreementCommitments = pgTable(
  'agreement_commitments',
  {
    hubId: hubId(),
    id: id(),
    agreementId: id('agreement_id'),
    side: text('side', { enum: ['hub', 'partner'] }).notNull(),
    label: text('label').notNull(),
    dueOn: day('due_on'),
    amount: integer('amount'),
    doneOn: day('done_on'),
    position: integer('position').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);
export type CommitmentRow = typeof agreementCommitments.$inferSelect;

/** The signed paper, its amendments. */
export const agreementFiles = pgTable(
  'agreement_files',
  {
    hubId: hubId(),
    agreementId: id('agreement_id'),
    fileId: id('file_id'),
    title: text('title').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.agreementId, table.fileId] })],
);

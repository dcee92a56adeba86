import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { hubId, id, instant } from '#platform/db/columns.ts';

const line = (name: string) => text(name).notNull().default('');

/** What readers answered to their copy of a mailing. */
export const mailingReplies = pgTable(
  'mailing_replies',
  {
    hubId: hubId(),
    id: id(),
    mailingId: id('mailing_id'),
    deliveryId: uuid('delivery_id'),
    print: text('print').notNull(),
    address: text('address').notNull(),
    name: line('name'),
    personId: uuid('person_id'),
    sender: line('sender'),
    title: line('title'),
    body: text('body').notNull(),
    filesLeft: integer('files_left').notNull().default(0),
    contributionId: uuid('contribution_id'),
    receivedAt: instant('received_at').notNull(),
    readAt: instant('read_at'),
    readBy: line('read_by'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

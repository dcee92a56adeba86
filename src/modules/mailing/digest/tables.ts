import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { hubId, id, instant } from '#platform/db/columns.ts';

/** What the employee says at the head of the coming digest. */
export const digestPlans = pgTable(
  'digest_plans',
  {
    hubId: hubId(),
    version: integer('version').notNull().default(1),
    introduction: text('introduction').notNull().default(''),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId] })],
);

/** What she chose of an information: asked for, left out, put before others. */
export const digestChoices = pgTable(
  'digest_choices',
  {
    hubId: hubId(),
    kind: text('kind').notNull(),
    itemId: id('item_id'),
    isWanted: boolean('is_wanted').notNull().default(false),
    isLeftOut: boolean('is_left_out').notNull().default(false),
    position: integer('position'),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.kind, table.itemId] })],
);

/** Each moment at which digests were composed, once. */
export const digestSlots = pgTable(
  'digest_slots',
  {
    hubId: hubId(),
    leavesAt: instant('leaves_at').notNull(),
    mailingId: uuid('mailing_id'),
    composedAt: instant('composed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.leavesAt] })],
);

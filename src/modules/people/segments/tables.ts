import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { hubId, id, instant } from '#platform/db/columns.ts';

/** Saved segments of people. */
export const peopleSegments = pgTable(
  'people_segments',
  {
    hubId: hubId(),
    id: id(),
    name: text('name').notNull(),
    /** Folded: two names that read alike are one. */
    nameKey: text('name_key').notNull(),
    definition: jsonb('definition').$type<unknown>().notNull(),
    version: integer('version').notNull().default(1),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

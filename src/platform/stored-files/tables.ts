import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { hubId, id, instant } from '../db/columns.ts';
import type { FileType } from './file-types.ts';

/** Documents sent through forms; their content is in the file store. */
export const storedFiles = pgTable(
  'stored_files',
  {
    hubId: hubId(),
    id: id(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    type: text('type').$type<FileType>().notNull(),
    bytes: integer('bytes').notNull(),
    visibility: text('visibility').$type<'public' | 'members' | 'staff'>().notNull().default('public'),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

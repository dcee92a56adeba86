import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { hubId, id, instant } from '#platform/db/columns.ts';
import type { ImportStatus } from './domain/import-status.ts';

/** Lists of people brought in. */
export const peopleImports = pgTable(
  'people_imports',
  {
    hubId: hubId(),
    id: id(),
    status: text('status').$type<ImportStatus>().notNull().default('reading'),
    pass: integer('pass').notNull(),
    fileName: text('file_name').notNull().default(''),
    fileKey: text('file_key'),
    rowsKey: text('rows_key'),
    format: text('format').notNull().default(''),
    source: text('source').notNull(),
    columns: jsonb('columns').$type<unknown>().notNull().default([]),
    columnsPrint: text('columns_print').notNull().default(''),
    mapping: jsonb('mapping').$type<unknown>().notNull().default({}),
    warnings: jsonb('warnings').$type<string[]>().notNull().default([]),
    counts: jsonb('counts').$type<Record<string, number>>().notNull().default({}),
    failure: text('failure').notNull().default(''),
    total: integer('total').notNull().default(0),
    progress: integer('progress').notNull().default(0),
    byId: uuid('by_id'),
    byName: text('by_name').notNull().default(''),
    createdAt: instant('created_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** What each line of a list says, and what became of it. */
export const peopleImportRows = pgTable(
  'people_import_rows',
  {
    hubId: hubId(),
    importId: id('import_id'),
    position: integer('position').notNull(),
    line: integer('line').notNull(),
    name: text('name').notNull(),
    verdict: text('verdict').notNull(),
    issues: jsonb('issues').$type<string[]>().notNull().default([]),
    draft: jsonb('draft').$type<unknown>(),
    matches: jsonb('matches').$type<unknown>().notNull().default([]),
    sameAs: integer('same_as'),
    decision: text('decision'),
    written: text('written'),
    personId: uuid('person_id'),
    undo: jsonb('undo').$type<unknown>(),
    undone: text('undone'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.importId, table.position] })],
);

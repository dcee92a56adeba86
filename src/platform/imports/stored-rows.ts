import { createHash } from 'node:crypto';
import type { Cell, Table } from '../tabular/index.ts';

/** A row in the file store: its line in the person's file, then its cells in the order of the columns. */
export type StoredRow = readonly [line: number, cells: readonly Cell[]];

/** The rows of a table as an import stores them. */
export function* storedRows({ columns, rows }: Pick<Table, 'columns' | 'rows'>): Generator<StoredRow> {
  for (const { line, cells } of rows) yield [line, columns.map((column) => cells[column] ?? null)];
}

/** The same columns in the same order: the same list, most likely. */
export function printOfColumns(columns: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(columns)).digest('base64url');
}

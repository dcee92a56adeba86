/** One cell: what the file holds, already cleaned (plain text, no control character, bounded size). */
export type Cell = string | number | boolean | null | readonly string[];

/** Cells by column name, on an object without prototype: a column may be called anything. */
export type Cells = Readonly<Record<string, Cell>>;

export type TableFormat = 'csv' | 'xlsx' | 'ods' | 'json' | 'ndjson' | 'geojson' | 'gogocarto' | 'vcard';

/** `line` is where a person finds the row in her file: line of a CSV, row of a sheet, rank of a record. */
export type Row = { readonly line: number; readonly cells: Cells };

/** A line that could not be read as it stands; the others are kept. */
export type TableIssue = { readonly line: number; readonly message: string };

export type Table = {
  readonly format: TableFormat;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly encoding: string;
  readonly separator?: string;
  /** Sheet that was read, and the other sheets of the workbook that hold something. */
  readonly sheet?: string;
  readonly otherSheets?: readonly string[];
  /** What the reader decided by itself and a person should know, in French. */
  readonly warnings: readonly string[];
  readonly issues: readonly TableIssue[];
};

/** An object that carries no inherited name, so that `__proto__` is a name like another. */
export const emptyCells = (): Record<string, Cell> => Object.create(null) as Record<string, Cell>;

import type { TableLimits } from './limits.ts';
import { rawLineSink } from './raw-line-sink.ts';
import { tableBuilder } from './table-builder.ts';
import type { TableBuilder } from './table-builder.ts';
import { TableRefused } from './table-refused.ts';

export type SheetTable = ReturnType<TableBuilder['finish']>;
export type SheetCollector = {
  add: (line: number, cells: readonly unknown[]) => void;
  finish: () => SheetTable;
};

/** Rows of one sheet as a table, counted so that a sheet of a million scattered cells is refused early. */
export function sheetCollector(limits: TableLimits): SheetCollector {
  const builder = tableBuilder(limits);
  const sink = rawLineSink(builder);
  let cellCount = 0;
  return {
    add(line, cells) {
      cellCount += cells.length;
      if (cellCount > limits.values) throw new TableRefused('too_complex', limits);
      if (cells.some((cell) => cell !== null && cell !== undefined && cell !== '')) sink.add({ line, cells });
    },
    finish() {
      sink.finish();
      return builder.finish();
    },
  };
}

/** A sheet that holds a table rather than a notice or a title. */
export const holdsTable = (sheet: SheetTable): boolean => sheet.rows.length > 0 && sheet.columns.length > 1;

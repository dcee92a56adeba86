import { PassThrough, Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ExportCell, ExportColumn, Rows } from './export-column.ts';

const longestCell = 32_767;
const rowsBetweenPauses = 200;
const usualWidth = 22;

/** Signs that XML 1.0 does not allow. */
const notInXml = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu;

function workbookCell(cell: ExportCell): string | number | null {
  if (cell === null) return null;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  // Written with the type « text »: a spreadsheet shows it and never runs it.
  return cell.replace(notInXml, '').toWellFormed().slice(0, longestCell);
}

/** Excel allows 31 signs and not these. */
const sheetName = (title: string) =>
  title
    .replace(/[[\]*?:/\\']/g, ' ')
    .trim()
    .slice(0, 31) || 'Export';

async function writeWorkbook<Row>(
  output: PassThrough,
  columns: readonly ExportColumn<Row>[],
  rows: Rows<Row>,
  title: string,
): Promise<void> {
  // Eight hundred files, read only once somebody wants a workbook.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet(sheetName(title), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width }) => ({ width: width ?? usualWidth }));
  const header = sheet.addRow(columns.map((column) => workbookCell(column.header)));
  header.font = { bold: true };
  header.commit();
  let written = 0;
  for await (const row of rows) {
    sheet.addRow(columns.map(({ value }) => workbookCell(value(row)))).commit();
    written += 1;
    if (written % rowsBetweenPauses === 0) await nextTurn();
  }
  if (columns.length > 0) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  sheet.commit();
  await workbook.commit();
}

/** A table as a workbook of one sheet: header kept in sight, filters on, texts typed as texts. */
export function xlsxStream<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: Rows<Row>,
  { title = 'Export' }: { title?: string } = {},
): ReadableStream<Uint8Array> {
  const output = new PassThrough();
  writeWorkbook(output, columns, rows, title).catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return Readable.toWeb(output) as ReadableStream<Uint8Array>;
}

export const xlsxContentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

import type { ExportCell, ExportColumn, Rows } from './export-column.ts';
import { guardCell } from './guard-cell.ts';

const rowsPerChunk = 200;

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function csvCell(cell: ExportCell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return quoted(cell ? 'oui' : 'non');
  // French Excel reads a decimal comma; a point would make a text or a date of it.
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell).replace('.', ',') : '';
  return quoted(guardCell(cell.replaceAll('\0', '')));
}

async function* csvChunks<Row>(columns: readonly ExportColumn<Row>[], rows: Rows<Row>): AsyncGenerator<string> {
  const lineOf = (cells: readonly ExportCell[]) => `${cells.map(csvCell).join(';')}\r\n`;
  let chunk = `\ufeff${lineOf(columns.map(({ header }) => header))}`;
  let pending = 0;
  for await (const row of rows) {
    chunk += lineOf(columns.map(({ value }) => value(row)));
    pending += 1;
    if (pending < rowsPerChunk) continue;
    yield chunk;
    [chunk, pending] = ['', 0];
  }
  if (chunk !== '') yield chunk;
}

/**
 * A table as CSV that French Excel opens right: byte order mark, semicolons, CRLF, every text quoted, formulas
 * neutralised. Rows are asked for as the reader takes them.
 */
export function csvStream<Row>(columns: readonly ExportColumn<Row>[], rows: Rows<Row>): ReadableStream<Uint8Array> {
  const chunks = csvChunks(columns, rows);
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

export const csvContentType = 'text/csv; charset=utf-8';

import type { TableLimits } from './limits.ts';
import type { Archive } from './open-archive.ts';
import { readXml } from './read-xml.ts';
import type { SheetCollector, SheetTable } from './sheet-collector.ts';
import { holdsTable, sheetCollector } from './sheet-collector.ts';
import { TableRefused } from './table-refused.ts';

type OpenCell = {
  type: string | undefined;
  value: string | undefined;
  date: string | undefined;
  repeated: number;
  text: string;
};

function cellValue(cell: OpenCell): unknown {
  const shown = cell.text.trim();
  switch (cell.type) {
    case 'float':
    case 'currency':
    case 'percentage':
      // A postcode kept as a number is shown with its first zero.
      return /^0\d+$/.test(shown) ? shown : Number(cell.value);
    case 'date':
      return cell.date ?? shown;
    case 'boolean':
      return cell.value === undefined ? shown : cell.value === 'true';
    default:
      return shown === '' ? null : shown;
  }
}

/** First sheet of an OpenDocument workbook that holds a table (ODF 1.3, part 3, §9). */
export async function readOds(
  archive: Archive,
  limits: TableLimits,
): Promise<SheetTable & { sheet: string; otherSheets: string[] }> {
  const sheets: { name: string; collector: SheetCollector; line: number }[] = [];
  let cells: unknown[] = [];
  let rowRepeated = 1;
  let cell: OpenCell | undefined;
  let paragraphs = 0;
  let annotation = 0;

  const closeRow = (): void => {
    const sheet = sheets.at(-1);
    if (!sheet) return;
    const filled = cells.findLastIndex((value) => value !== null) + 1;
    const copies = filled === 0 ? 0 : Math.min(rowRepeated, limits.rows + 1);
    for (let copy = 0; copy < copies; copy += 1) sheet.collector.add(sheet.line + 1 + copy, cells.slice(0, filled));
    sheet.line += rowRepeated;
  };

  const closeCell = (closed: OpenCell): void => {
    const value = cellValue(closed);
    const copies = Math.min(closed.repeated, value === null ? limits.columns - cells.length : limits.columns + 1);
    for (let copy = 0; copy < copies; copy += 1) cells.push(value);
    if (value !== null && cells.length > limits.columns) throw new TableRefused('too_many_columns', limits);
  };

  await readXml(archive, 'content.xml', {
    open(name, attributes) {
      if (name === 'table') sheets.push({ name: attributes['name'] ?? '', collector: sheetCollector(limits), line: 0 });
      else if (name === 'table-row') {
        cells = [];
        rowRepeated = Math.max(1, Number(attributes['number-rows-repeated'] ?? 1) || 1);
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        paragraphs = 0;
        cell = {
          type: attributes['value-type'],
          value: attributes['value'] ?? attributes['boolean-value'],
          date: attributes['date-value'],
          repeated: Math.max(1, Number(attributes['number-columns-repeated'] ?? 1) || 1),
          text: '',
        };
      } else if (name === 'annotation') annotation += 1;
      else if (cell && name === 'p') {
        if (paragraphs > 0) cell.text += '\n';
        paragraphs += 1;
      } else if (cell && (name === 's' || name === 'tab')) cell.text += ' ';
    },
    text(piece) {
      if (cell && paragraphs > 0 && annotation === 0) cell.text += piece;
    },
    close(name) {
      if (name === 'annotation') annotation -= 1;
      else if ((name === 'table-cell' || name === 'covered-table-cell') && cell) {
        closeCell(cell);
        cell = undefined;
      } else if (name === 'table-row') closeRow();
    },
  });

  const tables = sheets.map(({ name, collector }) => ({ name, table: collector.finish() }));
  const chosen = tables.find(({ table }) => holdsTable(table)) ?? tables.find(({ table }) => table.rows.length > 0);
  if (!chosen) throw new TableRefused('no_records', limits);
  const otherSheets = tables.filter((other) => other !== chosen).map((other) => other.name);
  return { ...chosen.table, sheet: chosen.name, otherSheets };
}

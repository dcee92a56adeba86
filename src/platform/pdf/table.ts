import { ink, line, muted, soft } from './colours.ts';
import { drawWhole } from './drawings.ts';
import { faceOf, type FontName } from './font-files.ts';
import type { PdfColumn, PdfTable, TextRun } from './pdf-document.ts';
import { artifact, content, nextPage, roomOf, shown, tagged, type Sheet } from './sheet.ts';
import { write } from './texts.ts';

const padding = 5;

/** A cell ready to be written. */
interface Cell {
  words: string;
  face: FontName;
  x: number;
  width: number;
  align: NonNullable<PdfColumn['align']>;
  href: string | undefined;
  drawing: TextRun['drawing'];
}

/** Rows whose head comes back on each page. */
export function drawTable(sheet: Sheet, table: PdfTable): void {
  const { pdf } = sheet;
  const { size = 9.5, grid = false, rowHeight = 0, caption, after = 10 } = table;
  const places = placesOf(table.columns, sheet);
  const cellsOf = (row: readonly (string | TextRun)[], isHead: boolean): Cell[] =>
    places.map(({ x, width, column }, at) => {
      const run = runOf(row[at]);
      const face = isHead || column.isHeader ? 'text-bold' : faceOf(run);
      return {
        words: shown(run.text, face),
        face,
        x,
        width,
        align: column.align ?? 'left',
        href: run.href,
        drawing: run.drawing,
      };
    });
  const heightOf = (cells: readonly Cell[], least: number): number =>
    Math.max(
      least,
      ...cells.map(({ words, face, width, drawing }) => {
        pdf.font(face).fontSize(size);
        const high = pdf.heightOfString(words, { width: width - 2 * padding, lineGap: size * 0.18 });
        return (drawing?.height ?? 0) + high + 2 * padding;
      }),
    );
  const head = cellsOf(
    table.columns.map(({ label }) => label),
    true,
  );
  const headHeight = heightOf(head, 0);
  const tallest = pdf.page.height - pdf.page.margins.top - pdf.page.margins.bottom - headHeight - 4;

  const drawRow = (cells: readonly Cell[], height: number, kind: 'head' | 'again' | 'row', isGrey: boolean): void => {
    const top = pdf.y;
    artifact(sheet, () => drawGround(sheet, cells, { top, height, isGrey: kind !== 'row' || (isGrey && !grid), grid }));
    const drawCell = (cell: Cell): void => {
      const above = cell.drawing?.height ?? 0;
      pdf.y = top + padding + above;
      inCell(sheet, cell, top + height, () =>
        write(sheet, cell.words, {
          face: cell.face,
          size,
          align: cell.align,
          colour: ink,
          href: cell.href,
          maxHeight: height - padding - above,
        }),
      );
    };
    const drawDrawn = (cell: Cell, { svg, ...drawing }: NonNullable<TextRun['drawing']>): void => {
      pdf.y = top + padding;
      inCell(sheet, cell, top + height, () => drawWhole(sheet, svg, drawing));
      content(sheet, 'P', {}, () => drawCell(cell));
    };
    if (kind === 'again') artifact(sheet, () => cells.forEach(drawCell), 'Pagination');
    else
      tagged(sheet, 'TR', {}, () => {
        cells.forEach((cell, at) => {
          const isHeader = kind === 'head' || table.columns[at]?.isHeader === true;
          const { drawing } = cell;
          if (drawing) tagged(sheet, 'TD', {}, () => drawDrawn(cell, drawing));
          else if (!isHeader) content(sheet, 'TD', {}, () => drawCell(cell));
          else content(sheet, 'TH', { scope: kind === 'head' ? 'Column' : 'Row' }, () => drawCell(cell));
        });
      });
    pdf.y = top + height;
  };

  const firstRow = table.rows[0] ? heightOf(cellsOf(table.rows[0], false), rowHeight) : 0;
  const captionHeight = table.showCaption ? size * 2 : 0;
  if (sheet.flows && captionHeight + headHeight + Math.min(firstRow, tallest) > roomOf(sheet)) nextPage(sheet);
  tagged(sheet, 'Table', { alt: caption }, () => {
    if (table.showCaption)
      content(sheet, 'Caption', {}, () =>
        write(sheet, shown(caption, 'text-bold'), { face: 'text-bold', size: size + 1, align: 'left', colour: muted }),
      );
    drawRow(head, headHeight, 'head', true);
    table.rows.forEach((row, at) => {
      const cells = cellsOf(row, false);
      const height = Math.min(heightOf(cells, rowHeight), tallest);
      if (height > roomOf(sheet)) {
        if (!sheet.flows) return;
        nextPage(sheet);
        drawRow(head, headHeight, 'again', true);
      }
      drawRow(cells, height, 'row', at % 2 === 1);
    });
  });
  pdf.x = sheet.left;
  pdf.y += after;
}

function placesOf(columns: readonly PdfColumn[], sheet: Sheet): { x: number; width: number; column: PdfColumn }[] {
  const whole = columns.reduce((sum, { share = 1 }) => sum + share, 0);
  let x = sheet.left;
  return columns.map((column) => {
    const width = (sheet.width * (column.share ?? 1)) / whole;
    const place = { x, width, column };
    x += width;
    return place;
  });
}

function runOf(cell: string | TextRun | undefined): TextRun {
  return typeof cell === 'object' ? cell : { text: cell ?? '' };
}

function inCell(sheet: Sheet, { x, width }: Cell, bottom: number, draw: () => void): void {
  const before = { left: sheet.left, width: sheet.width, bottom: sheet.bottom, flows: sheet.flows };
  Object.assign(sheet, { left: x + padding, width: width - 2 * padding, bottom, flows: false });
  draw();
  Object.assign(sheet, before);
}

function drawGround(
  { pdf, left, width }: Sheet,
  cells: readonly Cell[],
  { top, height, isGrey, grid }: { top: number; height: number; isGrey: boolean; grid: boolean },
): void {
  if (isGrey) pdf.rect(left, top, width, height).fill(soft);
  pdf.lineWidth(0.6).strokeColor(line);
  if (grid) for (const cell of cells) pdf.rect(cell.x, top, cell.width, height).stroke();
  else
    pdf
      .moveTo(left, top + height)
      .lineTo(left + width, top + height)
      .stroke();
}

import { breather } from './breather.ts';
import type { TableLimits } from './limits.ts';
import type { Archive } from './open-archive.ts';
import { readXml } from './read-xml.ts';
import type { SheetTable } from './sheet-collector.ts';
import { holdsTable, sheetCollector } from './sheet-collector.ts';
import { numberStyle, shownNumber } from './spreadsheet-number.ts';
import type { NumberStyle } from './spreadsheet-number.ts';
import { TableRefused } from './table-refused.ts';

type Sheet = { name: string; path: string; hidden: boolean };
type Workbook = { sheets: Sheet[]; from1904: boolean };
type Shared = { texts: readonly string[]; styles: readonly NumberStyle[]; from1904: boolean };

async function readWorkbook(archive: Archive): Promise<Workbook> {
  const targets = new Map<string, string>();
  await readXml(archive, 'xl/_rels/workbook.xml.rels', {
    open(name, { Id, Target }) {
      if (name !== 'Relationship' || !Id || !Target) return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readXml(archive, 'xl/workbook.xml', {
    open(tag, attributes) {
      if (tag === 'workbookPr') from1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
      if (tag !== 'sheet') return;
      const path = targets.get(attributes['id'] ?? '');
      const state = attributes['state'];
      if (path)
        sheets.push({ name: attributes['name'] ?? '', path, hidden: state === 'hidden' || state === 'veryHidden' });
    },
  });
  return { sheets, from1904 };
}

async function readSharedTexts(archive: Archive): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let collecting = false;
  let phonetic = 0;
  await readXml(archive, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') collecting = phonetic === 0;
    },
    text(piece) {
      if (collecting) text += piece;
    },
    close(name) {
      if (name === 't') collecting = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') texts.push(text);
    },
  });
  return texts;
}

async function readStyles(archive: Archive): Promise<NumberStyle[]> {
  const codes = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCellFormats = false;
  await readXml(archive, 'xl/styles.xml', {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCellFormats = true;
      if (name !== 'xf' || !inCellFormats) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      styles.push(numberStyle(id, codes.get(id)));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}

/** Index of the column of a reference such as `AB12`; undefined without a letter. */
function columnIndex(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** What a cell shows; a formula is known by its last computed value only. */
function cellValue(type: string | undefined, text: string, style: NumberStyle | undefined, shared: Shared): unknown {
  if (text === '') return null;
  switch (type) {
    case 's':
      return shared.texts[Number(text)] ?? null;
    case 'b':
      return text === '1' || text === 'true';
    case 'e':
      return null;
    case 'str':
    case 'inlineStr':
    case 'd':
      return text;
    default: {
      const number = Number(text);
      return Number.isFinite(number) ? shownNumber(number, style ?? { kind: 'number' }, shared.from1904) : text;
    }
  }
}

async function readSheet(archive: Archive, path: string, shared: Shared, limits: TableLimits): Promise<SheetTable> {
  const collector = sheetCollector(limits);
  let line = 0;
  let cells: unknown[] = [];
  let column = 0;
  let type: string | undefined;
  let style: NumberStyle | undefined;
  let text = '';
  let collecting = false;
  await readXml(archive, path, {
    open(name, attributes) {
      if (name === 'row') {
        const given = Number(attributes['r']);
        line = Number.isSafeInteger(given) && given > line ? given : line + 1;
        cells = [];
        column = 0;
      } else if (name === 'c') {
        column = columnIndex(attributes['r']) ?? column;
        type = attributes['t'];
        style = shared.styles[Number(attributes['s'] ?? 0)];
        text = '';
      } else if (name === 'v' || name === 't') collecting = true;
    },
    text(piece) {
      if (collecting) text += piece;
    },
    close(name) {
      if (name === 'v' || name === 't') collecting = false;
      else if (name === 'c') {
        const value = cellValue(type, text, style, shared);
        if (value !== null) {
          if (column >= limits.columns) throw new TableRefused('too_many_columns', limits);
          while (cells.length < column) cells.push(null);
          cells[column] = value;
        }
        column += 1;
      } else if (name === 'row') collector.add(line, cells);
    },
  });
  return collector.finish();
}

/** First visible sheet that holds a table, and the names of the others. Macros, links and drawings are not opened. */
export async function readXlsx(
  archive: Archive,
  limits: TableLimits,
): Promise<SheetTable & { sheet: string; otherSheets: string[] }> {
  const { sheets, from1904 } = await readWorkbook(archive);
  const shared: Shared = { texts: await readSharedTexts(archive), styles: await readStyles(archive), from1904 };
  const breathe = breather(0);
  let chosen: { sheet: Sheet; table: SheetTable } | undefined;
  for (const sheet of [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)]) {
    const table = await readSheet(archive, sheet.path, shared, limits);
    await breathe();
    const better = chosen === undefined || (holdsTable(table) && !holdsTable(chosen.table));
    if (better && table.rows.length > 0) chosen = { sheet, table };
    if (chosen && holdsTable(chosen.table)) break;
  }
  if (!chosen) throw new TableRefused('no_records', limits);
  const { sheet, table } = chosen;
  const otherSheets = sheets.filter((other) => other !== sheet).map((other) => other.name);
  const warnings = [...table.warnings];
  if (sheet.hidden) warnings.push(`La feuille lue, « ${sheet.name} », est masquée dans le classeur.`);
  if (otherSheets.length > 0) {
    warnings.push(
      `Seule la feuille « ${sheet.name} » est lue ; les autres (${otherSheets.slice(0, 5).join(', ')}) ne le sont pas.`,
    );
  }
  return { ...table, warnings, sheet: sheet.name, otherSheets };
}

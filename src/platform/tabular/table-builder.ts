import { textOf } from './text-of.ts';
import type { TableLimits } from './limits.ts';
import { toPlainText } from './plain-text.ts';
import type { Cell, Row, TableIssue } from './table.ts';
import { emptyCells } from './table.ts';
import { TableRefused } from './table-refused.ts';

// Only letters, digits and simple punctuation: nothing `toPlainText` would change but the outer spaces.
const alreadyPlain = /^[\p{L}\p{N} .,;:!?'’"()@/+_|*=#%-]*$/u;

export type TableBuilder = {
  /** Adds a row; pairs with an empty value create the column and no cell. */
  add: (line: number, pairs: Iterable<readonly [column: string, value: unknown]>) => void;
  report: (line: number, message: string) => void;
  warn: (message: string) => void;
  rowCount: () => number;
  finish: () => { columns: string[]; rows: Row[]; issues: TableIssue[]; warnings: string[] };
};

const reportedIssues = 500;

/** Gathers rows under the limits, with clean cells and column names in order of appearance. */
export function tableBuilder(limits: TableLimits): TableBuilder {
  const names = new Map<string, string>();
  const rows: Row[] = [];
  const issues: TableIssue[] = [];
  const warnings = new Set<string>();
  let silencedIssues = 0;

  const nameOf = (column: string): string => {
    let name = names.get(column);
    if (name === undefined) {
      if (names.size >= limits.columns) throw new TableRefused('too_many_columns', limits);
      name = cleanColumnName(column) || `Colonne ${names.size + 1}`;
      names.set(column, name);
    }
    return name;
  };

  const clean = (value: unknown, line: number): Cell => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'number') return Number.isFinite(value) ? value : null;
    if (typeof value === 'boolean') return value;
    if (Array.isArray(value)) {
      const items = value
        .slice(0, 200)
        .map((item) => cleanText(textOf(item), line))
        .filter((item) => item !== '');
      return items.length === 0 ? null : items;
    }
    const text = cleanText(textOf(value), line);
    return text === '' ? null : text;
  };

  const cleanText = (text: string, line: number): string => {
    let kept = text;
    if (text.length > limits.cellLength) {
      report(line, `Une cellule de ${text.length} caractères a été coupée à ${limits.cellLength}.`);
      kept = text.slice(0, limits.cellLength);
    }
    return alreadyPlain.test(kept) ? kept.trim() : toPlainText(kept);
  };

  const report = (line: number, message: string): void => {
    if (issues.length < reportedIssues) issues.push({ line, message });
    else silencedIssues += 1;
  };

  return {
    add(line, pairs) {
      const cells = emptyCells();
      let filled = false;
      for (const [column, value] of pairs) {
        const name = nameOf(column);
        const cell = clean(value, line);
        if (cell === null) continue;
        cells[name] = cell;
        filled = true;
      }
      if (!filled) return;
      if (rows.length >= limits.rows) throw new TableRefused('too_many_rows', limits);
      rows.push({ line, cells });
    },
    report,
    warn: (message) => void warnings.add(message),
    rowCount: () => rows.length,
    finish() {
      if (silencedIssues > 0) warnings.add(`${silencedIssues} autres lignes ont des défauts du même genre.`);
      return { columns: [...new Set(names.values())], rows, issues, warnings: [...warnings] };
    },
  };
}

/** A column name on one line, of bounded length, that no careless copy of the row can mistake for a prototype. */
export function cleanColumnName(raw: string): string {
  const name = toPlainText(raw).replace(/\s+/g, ' ').slice(0, 200);
  return name === '__proto__' ? 'proto' : name;
}

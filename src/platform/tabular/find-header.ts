import { textOf } from './text-of.ts';

/** A line of raw cells, before any header is known. */
export type RawLine = { readonly line: number; readonly cells: readonly unknown[] };

export type Header = {
  /** Index in the given lines of the first line of data. */
  readonly dataFrom: number;
  readonly names: readonly string[];
  /** Line of the file that was taken as header; none when names had to be invented. */
  readonly line?: number;
};

const linesExamined = 25;

const filled = (cell: unknown) => cell !== null && cell !== undefined && textOf(cell).trim() !== '';

const looksLikeValue = (cell: unknown): boolean => {
  if (typeof cell === 'number' || typeof cell === 'boolean') return true;
  const text = textOf(cell).trim();
  return (
    /^[+-]?\d[\d\s.,'’/:-]*$/.test(text) ||
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ||
    /^https?:\/\//i.test(text) ||
    text.length > 120
  );
};

function mostCommon(numbers: readonly number[]): number {
  const times = new Map<number, number>();
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

function isHeader(line: RawLine, width: number): boolean {
  const cells = line.cells.filter(filled);
  if (cells.length < Math.max(1, Math.ceil(width * 0.5))) return false;
  if (width > 1 && cells.length < 2) return false;
  const values = cells.filter(looksLikeValue).length;
  return values <= cells.length * 0.2 && new Set(cells.map((cell) => textOf(cell).trim())).size >= cells.length * 0.5;
}

function distinctNames(cells: readonly unknown[], width: number): string[] {
  const used = new Set<string>();
  return Array.from({ length: width }, (_, index) => {
    const raw = filled(cells[index]) ? String(cells[index]).replace(/\s+/g, ' ').trim() : `Colonne ${index + 1}`;
    let name = raw;
    for (let copy = 2; used.has(name); copy += 1) name = `${raw} (${copy})`;
    used.add(name);
    return name;
  });
}

/**
 * Finds the line that names the columns: the first one about as wide as the table and made of labels. Titles above it
 * are passed over; a table that begins with values gets the names « Colonne 1 », « Colonne 2 »…
 */
export function findHeader(lines: readonly RawLine[]): Header {
  const examined = lines.slice(0, linesExamined);
  const widthOf = (line: RawLine) => line.cells.filter(filled).length;
  const typical = mostCommon(examined.map(widthOf).filter((width) => width > 0));
  const widest = examined.reduce((most, line) => Math.max(most, widthOf(line)), 0);
  const width = Math.max(typical, Math.ceil(widest * 0.6));
  const index = examined.findIndex((line) => isHeader(line, width));
  const header = examined[index];
  const lastFilled = (line: RawLine) => line.cells.findLastIndex(filled) + 1;
  if (header === undefined) {
    const columns = examined.reduce((most, line) => Math.max(most, lastFilled(line)), 0);
    return { dataFrom: 0, names: distinctNames([], columns) };
  }
  return { dataFrom: index + 1, names: distinctNames(header.cells, lastFilled(header)), line: header.line };
}

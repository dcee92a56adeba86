import { foldForSearch } from '#platform/french/index.ts';

/** A line of a statement of the bank that brings money, in cents. */
export interface StatementLine {
  date: string;
  words: string;
  amount: number;
  /** Tells it from all others: the same statement given again, or one that overlaps, adds nothing. */
  key: string;
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: Readonly<Record<string, unknown>> }[];
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** « 12/11/2026 », « 12/11/26 » or « 2026-11-12 » as an ISO day; null for anything else. */
export function dayTyped(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text.trim()) ?? [];
  const iso = day
    ? `${year?.length === 2 ? `20${year}` : year}-${month?.padStart(2, '0')}-${day.padStart(2, '0')}`
    : text.trim().slice(0, 10);
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

/** « 1 234,50 € », « +35.00 » in cents; null for what leaves, and for what is no amount. */
export function sumTyped(text: string): number | null {
  const bare = text.replaceAll(/[\s\u00a0\u202f€+]|EUR/g, '');
  const [, whole = '', rest = ''] = /^(\d{1,3}(?:[.,]\d{3})*|\d{1,8})(?:[.,](\d{1,2}))?$/.exec(bare) ?? [];
  if (whole === '') return null;
  const cents = Number(whole.replaceAll(/[.,]/g, '')) * 100 + Number(rest.padEnd(2, '0'));
  return cents > 0 && cents <= 1_000_000_000 ? cents : null;
}

/** Pasted lines often come without their headings. */
export const withHeadings = (text: string): string =>
  /^\s*\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\s*[;\t,]/.test(text)
    ? `date${separatorOf(text)}libelle${separatorOf(text)}montant\n${text.trimStart()}`
    : text;

const separatorOf = (text: string): string => (/^[^;\n]*;/.test(text) ? ';' : /^[^\t\n]*\t/.test(text) ? '\t' : ',');

/** What came in, in a table as a bank gives it; lines that bring nothing are left out. */
export function statementLines({ columns, rows }: Table): { lines: StatementLine[]; leftOut: number } {
  const named = (pattern: RegExp, not = /$^/): string | undefined =>
    columns.find((column) => pattern.test(foldForSearch(column)) && !not.test(foldForSearch(column)));
  const date = named(/date/, /valeur/) ?? named(/date/);
  const sum = named(/credit/) ?? named(/montant|amount|somme/);
  const words = columns.filter((column) =>
    /libel|label|detail|motif|communication|operation|nom|reference/.test(foldForSearch(column)),
  );
  const lines: StatementLine[] = [];
  const seen = new Map<string, number>();
  if (!date || !sum) return { lines, leftOut: rows.length };
  for (const { cells } of rows) {
    const day = dayTyped(textOf(cells[date]));
    const amount = sumTyped(textOf(cells[sum]));
    if (!day || !amount) continue;
    const said = words
      .filter((column) => column !== date && column !== sum)
      .map((column) => textOf(cells[column]))
      .filter(Boolean)
      .join(' ')
      .replaceAll(/\s+/g, ' ')
      .slice(0, 500);
    const same = `${day} ${amount} ${foldForSearch(said).slice(0, 120)}`;
    const turn = (seen.get(same) ?? 0) + 1;
    seen.set(same, turn);
    lines.push({ date: day, words: said, amount, key: `${same} ${turn}` });
  }
  return { lines, leftOut: rows.length - lines.length };
}

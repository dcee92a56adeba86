import { foldForSearch } from '#platform/french/index.ts';

/** Whether a yes/no cell says yes. */
export function saysYes(text: string): boolean {
  return /^(oui|o|yes|y|vrai|true|1|x|ok|accepte.*|j ?accepte.*|✓|✔|☑|✅)$/.test(
    foldForSearch(text).trim() || text.trim(),
  );
}

/** The day of a cell, ISO: `2026-03-04`, `04/03/2026`, with or without an hour, or a day of a spreadsheet; null otherwise. */
export function dayIn(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:\D|$)/.exec(text);
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\D|$)/.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [french?.[3], french?.[2], french?.[1]];
  if (year === undefined) return spreadsheetDay(text);
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isReal && Number(year) >= 1900 && Number(year) <= 2100 ? date.toISOString().slice(0, 10) : null;
}

/** Days since the end of 1899, as spreadsheets count them. */
function spreadsheetDay(text: string): string | null {
  if (!/^[2-6]\d{4}(?:\.\d+)?$/.test(text)) return null;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * 86_400_000).toISOString().slice(0, 10);
}

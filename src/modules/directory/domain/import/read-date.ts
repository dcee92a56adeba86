import { textOf } from '#platform/tabular/text-of.ts';

const twoDigits = (text: string | undefined) => (text ?? '').padStart(2, '0');

function isRealDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** An ISO date, with time when it was written: from ISO text, `d/m/Y`, or GoGoCarto's `d/m/Y à H:i`. */
export function readDate(value: unknown): string | null {
  const text = textOf(value).trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2}))?/.exec(text);
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s*(?:à|a|,)?\s*(\d{1,2})[:h](\d{2}))?/.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [french?.[3], french?.[2], french?.[1]];
  const [hours, minutes] = [iso?.[4] ?? french?.[4], iso?.[5] ?? french?.[5]];
  if (year === undefined || !isRealDate(Number(year), Number(month), Number(day))) return null;
  const date = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  return hours === undefined ? date : `${date}T${twoDigits(hours)}:${twoDigits(minutes)}`;
}

/** The year in a date or alone; null outside what is plausible for an organization. */
export function readYear(value: unknown): number | null {
  const text = textOf(value).trim().replace(/\.0$/, '');
  const year = Number(/(?:^|\D)((?:1[6-9]|20)\d{2})(?:\D|$)/.exec(text)?.[1]);
  return Number.isInteger(year) && year <= 2_100 ? year : null;
}

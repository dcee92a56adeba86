import { readNumber } from './read-number.ts';

/** A value on a day. */
export interface FigurePoint {
  day: Temporal.PlainDate;
  value: number;
}

export interface PointsRead {
  /** One a day, oldest first; the last said wins. */
  points: FigurePoint[];
  /** Lines that could not be read, numbered from 1 as in what was pasted. */
  unread: { line: number; text: string }[];
}

/** Lines read at most: a century of months. */
export const mostPoints = 1200;

/**
 * Reads a table of two columns as it is pasted from a spreadsheet or typed: a day (2023, 03/2023, 31/12/2023, 2023-12-31)
 * and a number. A year alone is its last day, a month alone too. A first line of headings is passed over.
 */
export function readPoints(text: string): PointsRead {
  const byDay = new Map<string, FigurePoint>();
  const unread: PointsRead['unread'] = [];
  const lines = text.split('\n').map((line) => line.trim());
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const point = byDay.size < mostPoints ? readLine(line) : null;
    if (point) byDay.set(point.day.toString(), point);
    else if (!(index === 0 && !/\d/.test(line))) unread.push({ line: index + 1, text: line.slice(0, 80) });
  }
  const points = [...byDay.values()].sort((a, b) => Temporal.PlainDate.compare(a.day, b.day));
  return { points, unread };
}

function readLine(line: string): FigurePoint | null {
  const [, dayText, valueText] = /^([\d/-]{4,10})(?:\s*[;\t|]\s*|\s*:\s*|\s*,\s+|\s+)(.+)$/.exec(line) ?? [];
  if (!dayText || !valueText) return null;
  const day = readDay(dayText);
  const value = readNumber(valueText);
  return day && value !== null ? { day, value } : null;
}

/** A day as people write it in a table; null when it is none, or lies outside 1900–2100. */
export function readDay(text: string): Temporal.PlainDate | null {
  const year = /^(\d{4})$/.exec(text);
  const month = /^(\d{1,2})[/-](\d{4})$/.exec(text) ?? /^()(\d{4})-(\d{1,2})$/.exec(text);
  const french = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (year) return dayOf(Number(year[1]), 12, 31);
  if (french) return dayOf(Number(french[3]), Number(french[2]), Number(french[1]));
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (month) return dayOf(Number(month[2]), Number(month[1] || month[3]), null);
  return null;
}

function dayOf(year: number, month: number, day: number | null): Temporal.PlainDate | null {
  if (year < 1900 || year > 2100 || month < 1 || month > 12) return null;
  const { daysInMonth } = Temporal.PlainYearMonth.from({ year, month });
  if (day !== null && (day < 1 || day > daysInMonth)) return null;
  return Temporal.PlainDate.from({ year, month, day: day ?? daysInMonth });
}

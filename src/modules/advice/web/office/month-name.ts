import { formatDate } from '#platform/french/index.ts';

/** « mars 2026 », from `2026-03`. */
export function monthName(month: string): string {
  return formatDate(Temporal.PlainDate.from(`${month}-02`))
    .split(/\s/)
    .slice(1)
    .join(' ');
}

import { formatDate } from '#platform/french/index.ts';

/** « mars 2026 » */
export function monthInWords(day: Temporal.PlainDate | Temporal.Instant, zone: string): string {
  return formatDate(day, { zone }).replace(/^\S+\s/, '');
}

import type { JSX } from 'preact';
import { formatDate } from '#platform/french/index.ts';

export interface DateBadgeProps {
  /** « 12 » */
  readonly day: string;
  /** « mars » */
  readonly month: string;
  /** ISO date, for machines. */
  readonly datetime: string;
}

/** The day of an event, set on its picture. */
export function DateBadge({ day, month, datetime }: DateBadgeProps): JSX.Element {
  return (
    <time class="date-badge" datetime={datetime}>
      <b>{day}</b> {month}
    </time>
  );
}

/** The badge of a day. */
export function badgeOf(day: Temporal.PlainDate): DateBadgeProps {
  const [number = '', month = ''] = formatDate(day, { style: 'short', year: false }).split(/\s/);
  return { day: number, month, datetime: day.toString() };
}

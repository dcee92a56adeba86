import type { JSX } from 'preact';
import { formatDate } from '#platform/french/index.ts';

interface CalendarRowProps {
  readonly day: Temporal.PlainDate;
  readonly label: string;
  readonly about: string;
  readonly href: string;
}

/** A date to come: its day large, what happens, in which action. */
export function CalendarRow({ day, label, about, href }: CalendarRowProps): JSX.Element {
  const [month = ''] = formatDate(day, { style: 'short', year: false }).split(/\s/).slice(1);
  return (
    <li class="date-row">
      <time datetime={day.toString()}>
        <b aria-hidden="true">{day.day}</b>
        <span aria-hidden="true">{month}</span>
        <span class="visually-hidden">{formatDate(day, { weekday: true })}</span>
      </time>
      <p>
        <b>{label}</b>
        <a href={href}>{about}</a>
      </p>
    </li>
  );
}
